import { plainWordProblems } from '@jinmen/shared/plain-words/plain-words';
import { KEEP_DAYS } from '../../../platform/config/keep-days';
import { personalTables } from '../catalogue/catalogue';
import { TEXTS, type TextName } from './text-version.entity';
import { hashes, inForce, textOf } from './texts';

const linesOf = (name: TextName) => textOf(name, KEEP_DAYS).sections.flatMap(({ title, lines }) => [title, ...lines]);

describe.each(TEXTS)('the %s text', (name) => {
  it('is in words anybody understands', () => {
    const words = linesOf(name).map((line) => line.replaceAll('，待民政局核定', ''));
    expect(words.flatMap((line) => plainWordProblems(line))).toEqual([]);
  });

  it('is the one whose day in force is written down', () => {
    expect(inForce[name].hash).toBe(hashes[name]());
  });
});

it('names all that is kept of residents and can be copied, out of the catalogue', () => {
  const text = linesOf('privacy').join('\n');
  const kept = personalTables.filter(({ notCopied }) => !notCopied).flatMap(({ personal }) => Object.values(personal));
  expect(kept.filter((what) => !text.includes(what))).toEqual([]);
});

it('says the days a city has set, and that they have no source', () => {
  const days = textOf('privacy', { ...KEEP_DAYS, relief: 777 }).sections.flatMap(({ lines }) => lines);
  expect(days).toContain('留多久：从这件事办完或者撤回起，留 777 天（约 2.1 年）（示例，待民政局核定）。');
  expect(textOf('privacy', {}).version).not.toBe(textOf('privacy', KEEP_DAYS).version);
});
