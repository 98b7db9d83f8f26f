/** The only module that knows where the server is. It sends nothing before the server has proved who it is. */
import browser from "./browser.js";
import * as settings from "./settings.js";

/** The host permission that calls need until this browser is connected. Without a port: Firefox matches none with one. */
export const PERMISSION = "http://127.0.0.1/*";

const PATIENCE_MS = 20_000;
const KINDS = {401: "not-paired", 413: "too-large", 429: "failed"};

/**
 * Why a call did not succeed. `kind` is one of not-running, stranger, no-permission, not-paired, refused, too-large,
 * failed; `detail` and `nextStep` are the server's own words, where it gave any.
 */
export class Trouble extends Error {
  constructor(kind, {message = "", next_step: nextStep = ""} = {}) {
    super(message || kind);
    this.kind = kind;
    this.detail = message;
    this.nextStep = nextStep;
  }

  toJSON() {
    return {kind: this.kind, detail: this.detail, nextStep: this.nextStep};
  }
}

/** Whatever was thrown as a trouble in plain data, which a message or a store carries. */
export function asTrouble(error) {
  return (error instanceof Trouble ? error : new Trouble("failed", {message: String(error?.message ?? error)})).toJSON();
}

/** The address of a dashboard page: `page("/")`, `page("/applications/12")`. */
export async function page(path) {
  return `http://${await host()}${path}`;
}

/** Call the server as the paired browser. Returns its JSON; throws `Trouble`. */
export async function call(path, body = {}) {
  const token = await settings.token();
  if (!token) throw new Trouble("not-paired");
  await prove(token);
  return post(path, body, token);
}

/** Call what needs no token: the steps of pairing. */
export function callUnpaired(path, body) {
  return post(path, body, null);
}

async function host() {
  return `127.0.0.1:${(await settings.read()).port}`;
}

/** Let the server show that it knows the token, so that another program on the port gets neither token nor page. */
async function prove(token) {
  const nonce = hex(crypto.getRandomValues(new Uint8Array(32)));
  const [id] = token.split(".");
  const answer = await post("proof", {id, nonce}, null).catch(asStranger);
  const expected = await hmac(await sha256(token), `proof:${await host()}:${nonce}`);
  if (answer?.proof !== expected) throw new Trouble("stranger");
}

function asStranger(trouble) {
  throw ["not-running", "not-paired", "no-permission"].includes(trouble.kind) ? trouble : new Trouble("stranger");
}

async function post(path, body, token) {
  const response = await reach(`http://${await host()}/api/${path}`, body, token);
  const answer = await response.json().catch(() => null);
  if (response.ok && answer !== null) return answer;
  const kind = KINDS[response.status] ?? (response.status < 500 ? "refused" : "failed");
  throw new Trouble(response.ok ? "stranger" : kind, answer?.error ?? {});
}

async function reach(url, body, token) {
  const authorization = token ? {Authorization: `Bearer ${token}`} : {};
  try {
    return await fetch(url, {
      method: "POST",
      headers: {"Content-Type": "application/json", ...authorization},
      body: JSON.stringify(body),
      credentials: "omit",
      redirect: "error",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  } catch (error) {
    if (error.name === "TimeoutError") throw new Trouble("failed");
    throw new Trouble(token || (await mayConnect()) ? "not-running" : "no-permission");
  }
}

/** Without this permission an unpaired browser cannot tell a server that is off from one it may not reach. */
function mayConnect() {
  return browser.permissions.contains({origins: [PERMISSION]});
}

async function sha256(text) {
  return crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
}

async function hmac(keyBytes, message) {
  const key = await crypto.subtle.importKey("raw", keyBytes, {name: "HMAC", hash: "SHA-256"}, false, ["sign"]);
  return hex(new Uint8Array(await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(message))));
}

function hex(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
