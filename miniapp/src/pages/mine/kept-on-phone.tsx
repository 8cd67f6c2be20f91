import { useEffect, useState } from 'react';
import { mine } from '../../copy/mine';
import { urgent as urgentWords } from '../../copy/urgent';
import { askToConfirm } from '../../platform/ask';
import { keptIntentions } from '../../platform/intentions';
import { usePageShown } from '../../platform/lifecycle';
import { openPage } from '../../platform/navigate';
import { forgetApplications, keptApplications } from '../../state/applications-on-phone';
import { forgetBookings, keptBookings } from '../../state/bookings';
import { forgetFarewells, keptFarewells } from '../../state/farewells-on-phone';
import { destroyKept, forgetAnswers, keptAnswers, keptWords, noAnswers } from '../../state/kept-on-phone';
import { forgetWiped, readKeptResults, useKeptResults, wipeKeptResults } from '../../state/kept-results';
import { keptNotices, useNotices } from '../../state/notices';
import { forgetLooks } from '../../state/public-looks';
import { signOut, useLeftBehind, useSession } from '../../state/session';
import { forgetUrgent, isWritten, readUrgent, useUrgent } from '../../state/urgent';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { ListRow } from '../../ui/list-row';
import { Line } from '../../ui/words';

const { kept: words } = mine;

/** Everything about a household that this phone keeps, and one way to be rid of all of it. */
export function KeptOnPhone() {
  const [answers, setAnswers] = useState(noAnswers);
  const [copies, setCopies] = useState(noCopies);
  const [outcome, setOutcome] = useState<'cleared' | 'stuck'>();
  const { results, problem } = useKeptResults();
  const { draft, sent } = useUrgent();
  const status = useSession((session) => session.status);
  const { left } = useLeftBehind();
  const { notices } = useNotices();
  const count = () => void countCopies().then(setCopies);
  usePageShown(() => {
    void readUrgent();
    setAnswers(keptAnswers());
    void readKeptResults();
    count();
  });
  // who leaves took theirs along, and messages come a moment later than the page
  useEffect(count, [status, left, notices]);
  const broken = problem !== undefined;
  const urgent = sent.length > 0 || isWritten(draft);
  const losses = lossesOf(copies, { answers: answers.any, results: results.length, broken, urgent });
  const any = losses.length > 0;
  const clear = async () => {
    if (!(await askToConfirm({ ...words.confirm, content: losses.join('') }))) return;
    const gone = await clearAll();
    setAnswers(keptAnswers());
    setCopies(await countCopies());
    setOutcome(gone ? 'cleared' : 'stuck');
  };
  return (
    <Card title={words.title}>
      {answers.any && <Words>{words.answers(answers.answered)}</Words>}
      {results.length > 0 && (
        <ListRow
          id="kept-results"
          title={words.results}
          line={words.resultsLine(results.length)}
          onPress={() => openPage('kept')}
        />
      )}
      {counted(copies).map((name) => (
        <Words key={name}>{words[name](copies[name])}</Words>
      ))}
      {copies.typed && <Words>{words.typed}</Words>}
      {sent.length > 0 && <Words>{urgentWords.kept(sent.length)}</Words>}
      {isWritten(draft) && <Words>{urgentWords.keptDraft}</Words>}
      {broken && <Words>{words.unreadable}</Words>}
      {!any && <Words>{outcome === 'cleared' ? words.cleared : words.none}</Words>}
      {outcome === 'stuck' && any && <Words>{words.stuck}</Words>}
      {any && (
        <Button id="clear" className="mine-clear" kind="second" text={words.clear} onPress={() => void clear()} />
      )}
    </Card>
  );
}

/** `false`: the phone would not let go of all of it. */
async function clearAll(): Promise<boolean> {
  const gone = [
    forgetAnswers(),
    forgetLooks(),
    await wipeKeptResults(),
    await forgetApplications(),
    await forgetBookings(),
    await forgetFarewells(),
    await forgetUrgent(),
    await destroyKept('account', 'typed'),
    // of nobody signed in not even the name stays; who is stays so, and their app quiet for whom they mourn
    useSession.getState().status !== 'signed-out' || (await signOut()),
  ];
  forgetWiped();
  return gone.every(Boolean);
}

const COUNTED = ['applications', 'bookings', 'farewells', 'notices', 'sending'] as const;

type Copies = Readonly<Record<(typeof COUNTED)[number], number>> & { readonly typed: boolean };

const noCopies: Copies = { applications: 0, bookings: 0, farewells: 0, notices: 0, sending: 0, typed: false };

/** Of how much that is on the server this phone has a copy, and whether it has words that are nowhere else. */
async function countCopies(): Promise<Copies> {
  const [applications, bookings, farewells, notices, sending, typed] = await Promise.all([
    keptApplications(),
    keptBookings(),
    keptFarewells(),
    keptNotices(),
    keptIntentions(),
    keptWords(),
  ]);
  return { applications, bookings, farewells, notices, sending, typed };
}

function counted(copies: Copies): readonly (typeof COUNTED)[number][] {
  return COUNTED.filter((name) => copies[name] > 0);
}

function Words({ children }: { children: string }) {
  return (
    <Line tone="quiet" className="kept-words">
      {children}
    </Line>
  );
}

interface Besides {
  readonly answers: boolean;
  readonly results: number;
  readonly broken: boolean;
  readonly urgent: boolean;
}

/** What 都删掉 would take, said before it is taken; nothing where nothing is kept. */
function lossesOf(copies: Copies, { answers, results, broken, urgent }: Besides): readonly string[] {
  const { confirm } = words;
  return [
    answers && confirm.answers,
    results > 0 && confirm.results(results),
    broken && confirm.broken,
    ...counted(copies).map((name) => confirm[name]),
    copies.typed && confirm.typed,
    urgent && urgentWords.keptLoss,
  ].filter((said) => said !== false);
}
