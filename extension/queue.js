/**
 * Captures that wait for the server, on disk (IndexedDB), oldest first. A capture is put here before it is sent and
 * taken out only when the server has acknowledged its id, so that nothing is lost with the worker or the computer.
 */

/** What waits, and apart from it the pages, so that counting does not read megabytes. */
const ENTRIES = "entries";
const BODIES = "bodies";

function open() {
  const request = indexedDB.open("ringback", 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(ENTRIES, {keyPath: "order", autoIncrement: true});
    request.result.createObjectStore(BODIES, {keyPath: "id"});
  };
  return settled(request);
}

function settled(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Do `work(entries, bodies)` in one transaction; the promise is kept once that is on disk. */
async function transact(mode, work) {
  const database = await open();
  try {
    const transaction = database.transaction([ENTRIES, BODIES], mode, {durability: "strict"});
    const done = new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
    });
    const request = work(transaction.objectStore(ENTRIES), transaction.objectStore(BODIES));
    await done;
    return request?.result;
  } finally {
    database.close();
  }
}

/** Put a capture at the end of the queue. Throws where the disk is full; those that wait already are kept. */
export async function add(body) {
  const entry = {id: body.id, title: body.title, url: body.url, state: "waiting", trouble: null};
  await transact("readwrite", (entries, bodies) => {
    entries.add(entry);
    bodies.add(body);
  });
}

/** All entries in order, without their pages: `{order, id, title, url, state, trouble}`. */
export function list() {
  return transact("readonly", (entries) => entries.getAll());
}

/** The entries to send, oldest first. */
export async function waiting() {
  return (await list()).filter((entry) => entry.state === "waiting");
}

/** The capture of this id as it is sent; undefined where it is gone. */
export function body(id) {
  return transact("readonly", (entries, bodies) => bodies.get(id));
}

/** Take out a capture: acknowledged by the server, or thrown away by the person. */
export async function remove({order, id}) {
  await transact("readwrite", (entries, bodies) => {
    entries.delete(order);
    bodies.delete(id);
  });
}

/** Keep a capture that the server will not take as it is, with the reason; it holds up no other. */
export async function hold(entry, trouble) {
  await transact("readwrite", (entries) => entries.put({...entry, state: "held", trouble}));
}

/** Let a held capture be sent again. */
export async function release(entry) {
  await transact("readwrite", (entries) => entries.put({...entry, state: "waiting", trouble: null}));
}
