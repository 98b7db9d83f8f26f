/** Match patterns, as permissions are asked for. */

/** The pattern for all pages of an origin's host. Without the port: Firefox matches no pattern that has one. */
export function patternOf(origin) {
  const {protocol, hostname} = new URL(origin);
  return `${protocol}//${hostname}/*`;
}
