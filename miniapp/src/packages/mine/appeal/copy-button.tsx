import { useState } from 'react';
import { copyText } from '../../../platform/paper';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';

interface CopyButtonProps {
  readonly id: string;
  readonly text: string;
  readonly content: string;
  /** What is said after it. */
  readonly copied: { readonly copied: string; readonly notCopied: string };
}

/** Puts a text where it can be pasted from, and says whether it is there. */
export function CopyButton({ id, text, content, copied }: CopyButtonProps) {
  const [said, setSaid] = useState<string>();
  const copy = async () => setSaid((await copyText(content)) ? copied.copied : copied.notCopied);
  return (
    <>
      <Button id={id} kind="second" text={text} onPress={() => void copy()} />
      {said !== undefined && <Notice>{said}</Notice>}
    </>
  );
}
