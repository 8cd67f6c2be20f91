import { Button } from '@tarojs/components';
import { aria } from './aria';

interface AgreeButtonProps {
  readonly id: string;
  readonly text: string;
  readonly onAgree: () => void;
}

/** WeChat counts a yes to its guideline only when it was given on a button of its own. Drawn like ours. */
export function AgreeButton({ id, text, onAgree }: AgreeButtonProps) {
  return (
    <Button
      id={id}
      className="button button-primary agree-button"
      hoverClass="button-pressed"
      openType="agreePrivacyAuthorization"
      onAgreePrivacyAuthorization={onAgree}
      {...aria({ role: 'button', label: text })}
    >
      {text}
    </Button>
  );
}
