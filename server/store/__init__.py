"""All SQL. One SQLite file; every function takes the connection first: ``f(db, …)``.

A connection (``Store``) belongs to its thread: ``connection.prepare(path)`` once at start (creates, migrates, checks),
``connection.connect(path)`` per request, ``with connection.write(db):`` around what must be one transaction.

=================  =====================================================================================
``connection``     ``Store``, ``prepare``, ``connect``, ``write``
``migrations``     the schema, step by step
``errors``         what a person is told: ``StoreError`` (``message``, ``next_step``, ``status``) and its kinds
``rows``           rows in and out; what verbs write is journaled here
``times``          UTC text of fixed width for every moment
``applications``   ``row``, ``records``, ``record``, ``ids``, ``by_address``, ``by_reference``
``people``         ``of``, ``links``, ``row``, ``details_of``
``identity``       who is the same person; moving all of one person to another
``captures``       ``get``, ``page``, ``of``, ``unread``, ``kept``, ``erase_pages``
``touches``        ``of``, ``by_person``
``interviews``     ``of``, ``row``
``followups``      ``due``, ``between``, ``count_due``, ``needing_contact``, ``of``, ``get``, ``plan``, ``changes_of``
``directory``      ``page`` of people, ``of_person``
``notes``          ``of``, ``documents``
``events``         ``timeline``, ``of_person``, ``last``; ``undo`` is called through ``services.history``
``settings``       ``load``, ``preferences``, ``templates``, ``mark``
``search``         ``ids`` for what is typed
``duplicates``     ``suggested`` pairs; ``merging`` makes one application of two
``insights``       ``load``: the funnel, and what following up was answered with, with intervals
``erase``          deleting so that nothing is left
``backup``         ``copy``, ``daily``, ``check``, ``restore``
``lock``           one server on one database
=================  =====================================================================================

Reads give the planner's records (``server.followups.records``) where there is one, else plain dictionaries. What
changes data is a verb in ``server.services``; captures come in through ``server.intake``.
"""
