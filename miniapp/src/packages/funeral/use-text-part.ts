import { useEffect, useRef, useState } from 'react';
import { today } from '../../platform/clock';
import { contentsOf, isMasked, type Path, withValues } from './draft/sections';
import { answer, forgetTyped, typeInto, useFarewell } from './draft/session';
import { shown } from './draft/unsent';
import { problemAt } from './section-problems';

interface TextPartState {
  readonly path: Path;
  readonly control: string;
  readonly standing: string;
  readonly wrap: ((text: string) => unknown) | undefined;
}

/**
 * What is typed is on this phone with every key. When the field is left it becomes an answer, or what is wrong stands
 * beside it and what was typed stays as it was typed.
 */
export function useTextPart({ path, control, standing, wrap }: TextPartState) {
  const typed = useFarewell(({ unsent }) => unsent.typed[control]);
  const [left, setLeft] = useState(typed !== undefined);
  const { refilled, note } = useRefill(standing, typed !== undefined);
  const answerOf = (text: string) => {
    const tidy = text.trim() === '' ? null : text.trim();
    return wrap ? wrap(tidy ?? '') : tidy;
  };
  const wrongWith = (text: string) => (isMasked(text) ? undefined : wrongAt(path, answerOf(text)));
  const leave = () => {
    const text = useFarewell.getState().unsent.typed[control];
    if (text === undefined) return;
    setLeft(true);
    if (text.trim() === standing) forgetTyped([control]);
    else if (wrongWith(text) === undefined) answer({ [path]: answerOf(text) }, [control]);
  };
  // WeChat takes a page away without telling its fields that they were left.
  const leaving = useRef(leave);
  leaving.current = leave;
  useEffect(() => () => leaving.current(), []);
  return {
    text: typed ?? standing,
    refilled,
    error: left && typed !== undefined ? wrongWith(typed) : undefined,
    onType: (text: string) => {
      setLeft(false);
      note(text);
      typeInto(control, text);
    },
    onLeave: leave,
  };
}

function wrongAt(path: Path, value: unknown): string | undefined {
  const { server, unsent } = useFarewell.getState();
  if (server === undefined) return undefined;
  const contents = withValues(shown(contentsOf(server), unsent), { [path]: value });
  return problemAt(contents, path, today());
}

/** A field keeps its own text; where another text came to stand, e.g. the other phone's, a new field takes its place. */
function useRefill(standing: string, halfTyped: boolean) {
  const seen = useRef(standing);
  const [refilled, setRefilled] = useState(0);
  useEffect(() => {
    if (halfTyped || seen.current === standing) return;
    seen.current = standing;
    setRefilled((count) => count + 1);
  }, [halfTyped, standing]);
  const note = (text: string) => {
    seen.current = text.trim();
  };
  return { refilled, note };
}
