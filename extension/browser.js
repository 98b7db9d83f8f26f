/** The extension API under one name: Firefox calls it `browser`, Chromium `chrome`; both give promises. */
export default globalThis.browser ?? globalThis.chrome;
