/** Options of `docker compose run` that are followed by a word. */
const WITH_WORD = new Set(['-v', '-e', '-u', '--entrypoint', '--cap-add']);

/** Each `docker compose run` that a text tells somebody: `{service, command}`, the command in words. */
export function composeRuns(text) {
  // a command ends with its line where it is shown, and goes on over it in a sentence
  const lines = text.replaceAll('\\\n', ' ').replace(/```sh\n[\s\S]*?```/g, (shown) => shown.replaceAll('\n', ';'));
  const said = [...lines.replaceAll('\n', ' ').matchAll(/docker compose run ([^`;|]*)/g)];
  return said.map(([, line]) => {
    const words = line.match(/"[^"]*"|\S+/g);
    let at = 0;
    while (words[at]?.startsWith('-')) at += WITH_WORD.has(words[at]) ? 2 : 1;
    return { service: words[at], command: words.slice(at + 1) };
  });
}

/** Each file of the image that a text names (`dist/….main.js`). */
export function imageCommands(text) {
  return [...new Set([...text.matchAll(/dist\/[\w-]+[.]main[.]js/g)].map(([file]) => file))];
}
