import { Button } from '@tarojs/components';
import { aria } from './aria';

/** WeChat sends a card only from a button of its own. Drawn like ours. */
export function ShareButton({ id, text }: { readonly id: string; readonly text: string }) {
  return (
    <Button
      id={id}
      className="button button-primary agree-button"
      hoverClass="button-pressed"
      openType="share"
      {...aria({ role: 'button', label: text })}
    >
      {text}
    </Button>
  );
}
