import type { MemoryView } from '@jinmen/shared/services/sea-scattering/views';
import { type Reply, request } from '../../../platform/http';
import { putOwn } from '../own-look';

export interface MemoryChange {
  readonly words?: string;
  readonly yearly?: 'yes' | 'no';
}

/** Only what is given changes; what the server then has is what the page shows. */
export async function putMemory(path: string, body: MemoryChange): Promise<Reply<MemoryView>> {
  const reply = await request<MemoryView>({ method: 'PUT', path, body, session: 'required' });
  if (reply.kind === 'ok') await putOwn(path, reply.data, { keep: false });
  return reply;
}
