/** Hosts a built mini-program may name, and why. Anything else is an address we did not mean to ship. */
const KNOWN_HOSTS = {
  'www.w3.org': 'names of XML namespaces, never called',
  'reactjs.org': 'React prints it in its error messages',
  'react.dev': 'the same',
  'fb.me': 'the same',
  'github.com': 'Taro and its libraries print links to their issues',
  'taro.com': 'a base Taro reads relative addresses against, never called',
  'docs.taro.zone': 'Taro prints it in its error messages',
  'taro-docs.jd.com': 'the same',
};

const FORBIDDEN = [
  {
    pattern: /\$property must|ValidationMetadata|getMetadataStorage/,
    what: 'class-validator (import only types from shared/src/dto)',
  },
  { pattern: /ClassTransformer|plainToInstance/, what: 'class-transformer (import only types from shared/src/dto)' },
];

/** One sentence for each thing in a file of the build that must not be there; `apiHost` is where its BFF lives. */
export function contentProblems(file, text, apiHost) {
  const problems = FORBIDDEN.filter(({ pattern }) => file.endsWith('.js') && pattern.test(text)).map(
    ({ what }) => `${file} contains ${what}`,
  );
  for (const host of new Set([...text.matchAll(/\bhttps?:\/\/([\w.-]+)/g)].map(([, name]) => name))) {
    if (host !== apiHost && !(host in KNOWN_HOSTS))
      problems.push(`${file} names the host ${host}, which nobody vouches for`);
  }
  return problems;
}
