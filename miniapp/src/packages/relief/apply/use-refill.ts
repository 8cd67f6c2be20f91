import { useEffect, useRef, useState } from 'react';

/**
 * A field keeps its own text; where another text came to stand than was typed into it, e.g. the other phone's, a new
 * field has to take its place. `refilled` counts those times; `typed` tells what the field shows by now.
 */
export function useRefill(standing: string, halfTyped: boolean) {
  const shown = useRef(standing);
  const [refilled, setRefilled] = useState(0);
  useEffect(() => {
    if (halfTyped || shown.current === standing) return;
    shown.current = standing;
    setRefilled((count) => count + 1);
  }, [halfTyped, standing]);
  const typed = (text: string) => {
    shown.current = text;
  };
  return { refilled, typed };
}
