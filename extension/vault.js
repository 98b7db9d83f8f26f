/** A small store that only this extension's own pages and worker can open (IndexedDB belongs to an origin). */

const STORE = "values";

function withStore(mode, work) {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("ringback-vault", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction(STORE, mode, {durability: "strict"});
      const request = work(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
      opening.result.close();
    };
  });
}

/** The value kept under `key`, or undefined. */
export function get(key) {
  return withStore("readonly", (store) => store.get(key));
}

/** Keep a value under `key`. */
export function set(key, value) {
  return withStore("readwrite", (store) => store.put(value, key));
}
