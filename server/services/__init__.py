"""The verbs: what a person can do. Each is one transaction, one event in the timeline, and a new plan.

Verbs take the connection first and ``now`` (aware) by name, and return ``verb.Done`` (``event`` for undo, ``id`` of
what was made, ``next(db)`` for the follow-up that comes next). They raise ``server.store.errors.StoreError``.

==================  ========================================================================================
``tracking``        ``add(db, intake.Capture(facts=…, html=pasted, …), reader, now=…, contact={…})`` by hand
``outcomes``        ``log(db, application, outcome, now=…, followup=key, person=…, promise=…, until=…, …)``
``history``         ``undo(db, event, now=…)``, ``undo_last(db, application, now=…)``
``fields``          ``correct(db, application, {field: value}, now=…)``, ``set_stage``, ``set_approach``,
                    ``set_favourite``, ``mark_applied``
``contacts``        ``add``, ``confirm``, ``correct``, ``remove``, ``prefer``, ``merge``, ``bury``, ``revive``
``steps``           one follow-up by its key: ``move``, ``snooze``, ``skip``, ``retext``, ``rechannel``,
                    ``redirect``, ``restore``
``duplicates``      ``join(db, keep, gone, now=…)``, ``dismiss(db, suggestion, now=…)``
``talks``           interviews: ``add``, ``change``, ``hold``, ``report``, ``remove``
``notes``           ``add``, ``edit``, ``remove``, ``add_document``, ``remove_document``
``preferences``     ``save(db, {setting: value}, now=…)``, ``save_template``
``erasing``         for good: ``application``, ``several``, ``pages``, ``pages_over_time``
==================  ========================================================================================

Tracking from a browser is ``server.intake``; planning is
``server.planning``; ``server.rereading`` reads all kept pages again after an update.
"""
