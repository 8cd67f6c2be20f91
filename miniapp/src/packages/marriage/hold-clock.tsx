import { useEffect, useState } from 'react';
import { marriage } from '../../copy/marriage';
import { serverNowMs } from '../../platform/server-clock';
import { Line } from '../../ui/words';

const SECOND_MS = 1000;

/** Whole seconds until then by the server's clock; 0 from then on. */
export function useSecondsLeft(until: string): number {
  const [left, setLeft] = useState(() => secondsUntil(until));
  useEffect(() => {
    setLeft(secondsUntil(until));
    const ticking = setInterval(() => setLeft(secondsUntil(until)), SECOND_MS);
    return () => clearInterval(ticking);
  }, [until]);
  return left;
}

/** How long a time is still kept. Not read out each second; who listens is told the moment itself beside it. */
export function HoldClock({ until, onOver }: { until: string; onOver: () => void }) {
  const left = useSecondsLeft(until);
  useEffect(() => {
    if (left === 0) onOver();
  }, [left === 0]);
  return <Line className="hold-clock">{marriage.hold.clock(Math.floor(left / 60), left % 60)}</Line>;
}

function secondsUntil(until: string): number {
  return Math.max(0, Math.ceil((Date.parse(until) - serverNowMs()) / SECOND_MS));
}
