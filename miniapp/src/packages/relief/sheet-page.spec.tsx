import { engine, programmes } from '@jinmen/shared/catalogue';
import { type DoorDefinition, doors } from '@jinmen/shared/facts/doors';
import type { FactDefinition, FactValue, FactValues } from '@jinmen/shared/facts/fact';
import { facts as definitions } from '@jinmen/shared/facts/facts';
import { questions } from '@jinmen/shared/facts/questions';
import { addDays, isCivilDate } from '@jinmen/shared/kernel/civil-date';
import { standardRows } from '@jinmen/shared/standards/standards';
import { act, fireEvent, render, screen } from '@testing-library/react';
import fc from 'fast-check';
import { resetVault } from '../../../test/memory-vault';
import { phone, resetPhone } from '../../../test/taro';
import { sheet } from '../../copy/sheet';
import { keptKeys } from '../../state/kept-on-phone';
import { newInterview } from './interview';
import ResultPage from './result/index';
import { useSession } from './session';
import SheetPage from './sheet/index';
import { useSheet } from './sheet-session';
import { sheetAsText, sheetOf } from './sheet-text';

const AS_OF = '2026-11-24';
const everyDoor = doors.map(({ code }: DoorDefinition) => code);

/** Sums no programme text can hold by chance. */
const TELLING_FEN = [8_765_431, 7_654_329, 6_543_217];
const TELLING = ['87654', '76543', '65432', '87,654'];

const daysTold = (facts: FactValues) => Object.values(facts).filter(isCivilDate);

function anyAnswer(definition: FactDefinition): fc.Arbitrary<FactValue | null> {
  switch (definition.type) {
    case 'boolean':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...definition.options.map(({ value }) => value));
    case 'money':
      return fc.constantFrom(...TELLING_FEN.filter((fen) => fen <= definition.max));
    case 'count':
      return fc.integer({ min: definition.min, max: definition.max });
    case 'date':
      return fc.constantFrom(addDays(definition.earliest, 7), '2026-10-09');
    case 'staff':
      return fc.constant(null);
  }
}

/** Some questions answered, the others not asked. */
const households = fc
  .record(
    Object.fromEntries(
      Object.entries(definitions as Readonly<Record<string, FactDefinition>>)
        .filter(([, { type }]) => type !== 'staff')
        .map(([name, definition]) => [name, fc.option(anyAnswer(definition), { nil: null, freq: 9 })]),
    ),
    { requiredKeys: [] },
  )
  .map((facts) => facts as FactValues);

/** As it would read if it were told nothing but the codes. */
function textOfCodesAlone(facts: FactValues): string {
  const { verdicts, rulesVersion } = engine.assess(facts, { asOf: AS_OF, standards: standardRows, doors: everyDoor });
  const codes = Object.fromEntries(verdicts.map(({ programme, verdict }) => [programme, verdict]));
  const told = programmes.flatMap(({ code }) => {
    const verdict = codes[code];
    return verdict === undefined ? [] : [{ programme: code, verdict }];
  });
  return sheetAsText(sheetOf({ verdicts: told, asOf: AS_OF, rulesVersion, seenOn: AS_OF }, programmes));
}

beforeEach(() => {
  resetPhone();
  resetVault();
  useSheet.setState({ source: undefined });
});

/** Opens the sheet the way a resident does, from the result; what the page then shows. */
function openedFrom(facts: FactValues): string {
  const asked = questions
    .filter((question) => question.facts.every((fact) => facts[fact] !== undefined))
    .map(({ id }) => id);
  const interview = { ...newInterview, facts, asked, at: asked.length, doors: everyDoor };
  phone.stored.set(keptKeys.reliefAnswers, JSON.stringify(interview));
  act(() => useSession.setState({ interview, kept: true, asking: undefined }));
  const result = render(<ResultPage />);
  const button = result.container.querySelector('#sheet');
  if (button === null) throw new Error('the result offers no sheet');
  fireEvent.click(button);
  result.unmount();
  const page = render(<SheetPage />);
  const text = page.container.textContent ?? '';
  page.unmount();
  return text;
}

it('no answer reaches the sheet, whatever a household answered', () => {
  fc.assert(
    fc.property(households, (facts) => {
      const shown = openedFrom(facts);
      const source = useSheet.getState().source;
      expect(Object.keys(source ?? {}).sort()).toEqual(['asOf', 'rulesVersion', 'seenOn', 'verdicts']);
      for (const verdict of source?.verdicts ?? []) expect(Object.keys(verdict)).toEqual(['programme', 'verdict']);
      for (const told of [...TELLING, ...daysTold(facts)]) expect(shown).not.toContain(told);
      expect(phone.opened.join()).not.toMatch(/[?&=]/);
    }),
    { numRuns: 8 },
  );
});

it('households with the same verdicts have the same sheet, to the letter', () => {
  const seen = new Map<string, string>();
  fc.assert(
    fc.property(households, (facts) => {
      const { verdicts, rulesVersion } = engine.assess(facts, {
        asOf: AS_OF,
        standards: standardRows,
        doors: everyDoor,
      });
      const text = sheetAsText(sheetOf({ verdicts, asOf: AS_OF, rulesVersion, seenOn: AS_OF }, programmes));
      expect(text).toBe(textOfCodesAlone(facts));
      const codes = verdicts.map(({ verdict }) => verdict).join();
      expect(seen.get(codes) ?? text).toBe(text);
      seen.set(codes, text);
    }),
    { numRuns: 200 },
  );
  expect(seen.size).toBeGreaterThan(10);
});

describe('the page to take along', () => {
  const open = () => {
    openedFrom({ 'household.hukou': 'all-tianjin' });
    return render(<SheetPage />);
  };

  it('is copied as text, and says so', async () => {
    open();
    const written = jest.fn(async (_text: string) => undefined);
    Object.assign(navigator, { clipboard: { writeText: written } });
    await act(async () => void fireEvent.click(screen.getByText(sheet.copy)));
    expect(written.mock.calls[0]?.[0]).toContain(sheet.lead);
    expect(screen.getByText(sheet.copied)).toBeTruthy();
  });

  it('that cannot be copied says what to do instead', async () => {
    open();
    Object.assign(navigator, { clipboard: undefined });
    await act(async () => void fireEvent.click(screen.getByText(sheet.copy)));
    expect(screen.getByText(sheet.notCopied)).toBeTruthy();
  });

  it('opens the print dialogue of the browser, where there is one', () => {
    const printed = jest.fn();
    Object.assign(window, { print: printed });
    const page = open();
    fireEvent.click(screen.getByText(sheet.print));
    expect(printed).toHaveBeenCalledTimes(1);
    page.unmount();
    Object.assign(window, { print: undefined });
    render(<SheetPage />);
    expect(screen.queryByText(sheet.print)).toBeNull();
    expect(screen.getByText(sheet.screenshot)).toBeTruthy();
  });

  it('opened from nowhere leads to the result instead of a page of nobody', () => {
    render(<SheetPage />);
    expect(screen.getByText(sheet.gone)).toBeTruthy();
  });
});
