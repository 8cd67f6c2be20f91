import type { MemoryView } from '@jinmen/shared/services/sea-scattering/views';
import { memoryWords as words } from '../../../copy/funeral-boarding';
import { funeralTitles } from '../../../copy/funeral-titles';
import { usePageParameter } from '../../../platform/lifecycle';
import { openPage } from '../../../platform/navigate';
import { Button } from '../../../ui/button';
import { pathsOf } from '../farewell-paths';
import { useOwn } from '../own-look';
import { Shore } from '../shore';
import { OwnWords } from './own-words';
import { useTyped } from './typed-words';
import { Yearly } from './yearly';

/** A place for a few words, seen by nobody else. Nothing asks to be filled in, and nothing is counted. */
export default function MemoryPage() {
  const id = usePageParameter('id') ?? '';
  const path = pathsOf(id).memory;
  const seen = useOwn<MemoryView>(path, { keep: false });
  const typed = useTyped(id);
  const { data } = seen;
  return (
    <Shore title={funeralTitles.memory} heading={words.heading} lead={words.lead} seen={seen}>
      {data && typed && <OwnWords key={String(typed.shut)} farewell={id} path={path} view={data} typed={typed} />}
      {data && <Yearly path={path} view={data} />}
      {data?.certificate && (
        <Button
          id="to-certificate"
          kind="second"
          text={words.certificate}
          onPress={() => openPage('funeralCertificate', { id })}
        />
      )}
    </Shore>
  );
}
