export const WIZARD = 'packages/relief/wizard/index';

/** Through the doors, or past the words for whoever comes back, to the question. */
export async function begin(phone) {
  await phone.open(`${WIZARD}?door=general`, '#start');
  await phone.tap('#start');
  await phone.see('.question-title');
}
