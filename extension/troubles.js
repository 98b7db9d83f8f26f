/** Troubles in words: what happened, and the next step. */
import {text} from "./texts.js";

/** The command that mends it, where one does. */
const COMMANDS = {"not-running": "ringback serve", failed: "ringback serve"};

/** What happened. */
export function troubleText({kind}) {
  return text(`trouble_${kind.replaceAll("-", "_")}`);
}

/** What to do now: the server's own words or ours, and where it helps a command, as it is typed. */
export function nextStep({kind, nextStep: told}) {
  const step = told || text(`next_${kind.replaceAll("-", "_")}`);
  const command = !told && COMMANDS[kind];
  return command ? [step, command] : [step];
}
