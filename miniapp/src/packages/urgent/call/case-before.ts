import type { FieldValues } from '@jinmen/shared/applications/field';
import type { ApplicationView } from '@jinmen/shared/applications/views';
import { useEffect, useState } from 'react';
import { request } from '../../../platform/http';
import { changeDraft, isWritten, readUrgent, useUrgent } from '../../../state/urgent';

/** Brings place and phone from an application that waits, unless something is written already; whether it did. */
export function useCaseBefore(application: string | undefined): boolean {
  const [brought, setBrought] = useState(false);
  useEffect(() => {
    if (application !== undefined) void bring(application).then(setBrought);
  }, [application]);
  return brought;
}

async function bring(id: string): Promise<boolean> {
  const path = `/relief/applications/${encodeURIComponent(id)}`;
  const reply = await request<ApplicationView>({ method: 'GET', path, session: 'required' });
  await readUrgent();
  if (reply.kind !== 'ok' || isWritten(useUrgent.getState().draft)) return false;
  const { fields } = reply.data;
  const known = {
    ...textIn(fields, 'applicant.street', 'street'),
    ...textIn(fields, 'applicant.address', 'place'),
    ...textIn(fields, 'applicant.phone', 'phone'),
  };
  changeDraft(known);
  return Object.keys(known).length > 0;
}

function textIn(fields: FieldValues, name: string, as: string): Readonly<Record<string, string>> {
  const value = fields[name];
  return typeof value === 'string' && value !== '' ? { [as]: value } : {};
}
