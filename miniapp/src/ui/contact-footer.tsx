import { View } from '@tarojs/components';
import { controls } from '../copy/controls';
import { aria } from './aria';

export interface Contact {
  readonly number: string;
  readonly text: string;
}

/** On every page: the way to a person. */
export function ContactFooter({
  lead,
  contacts,
  onCall,
}: {
  lead: string;
  contacts: readonly Contact[];
  onCall: (number: string) => void;
}) {
  return (
    <View className="contact-footer" {...aria({ role: 'contentinfo' })}>
      <View className="contact-lead">{lead}</View>
      <View className="contact-list">
        {contacts.map(({ number, text }) => (
          <View
            key={number}
            className="contact"
            hoverClass="contact-pressed"
            onClick={() => onCall(number)}
            {...aria({ role: 'button', label: controls.callTo(number, text) })}
          >
            {`${text} ${number}`}
          </View>
        ))}
      </View>
    </View>
  );
}
