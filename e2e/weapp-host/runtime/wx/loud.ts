import type { Reports } from '../reports';

/** Names a runtime looks for on any object, which are no calls of the app. */
const OF_THE_LANGUAGE = new Set(['then', 'toJSON', 'constructor', 'valueOf', 'toString', 'hasOwnProperty']);

/**
 * An object an API hands out (a manager, a task): a member the host lacks is a function that fails and is counted, as
 * an API the host lacks is. WeChat would have it; to find nothing there would send the app another way.
 */
export function loud<T extends object>(name: string, members: T, reports: Reports): T {
  return new Proxy(members, {
    get: (target, member, receiver) => {
      if (typeof member === 'symbol' || member in target || OF_THE_LANGUAGE.has(member)) {
        return Reflect.get(target, member, receiver);
      }
      return () => {
        const message = `${name}.${member}:fail not implemented in headless host`;
        reports.problem({ kind: 'unimplemented-api', message });
        throw { errMsg: message };
      };
    },
  });
}
