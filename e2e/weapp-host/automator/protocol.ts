/** One frame of the automator's wire protocol (miniprogram-automator 0.12.1): JSON text over a WebSocket. */
export interface ProtocolRequest {
  readonly id: string;
  readonly method: string;
  readonly params: Record<string, unknown>;
}

export interface ProtocolReply {
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** Reads a frame; returns the reason when it is none, so that a bad frame never stops the server. */
export function readRequest(frame: string): ProtocolRequest | { readonly id: string | null; readonly problem: string } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(frame);
  } catch {
    return { id: null, problem: 'the frame is not JSON' };
  }
  if (typeof parsed !== 'object' || parsed === null) return { id: null, problem: 'the frame is not an object' };
  const { id, method, params } = parsed as Partial<ProtocolRequest>;
  if (typeof id !== 'string') return { id: null, problem: 'the request has no id' };
  if (typeof method !== 'string') return { id, problem: 'the request has no method' };
  if (params !== undefined && (typeof params !== 'object' || params === null || Array.isArray(params))) {
    return { id, problem: 'params must be an object' };
  }
  return { id, method, params: params ?? {} };
}
