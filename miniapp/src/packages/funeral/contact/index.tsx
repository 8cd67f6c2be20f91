import { sectionWords } from '../../../copy/funeral-farewell';
import { SwitchPart, TextPart } from '../parts';
import { SectionPage } from '../section-page';

const { contact: words } = sectionWords;

/** One number, and whether they would rather be called than look at a phone. */
export default function ContactPage() {
  return (
    <SectionPage section="contact">
      {({ contact: { phone, wantsCalls } }) => (
        <>
          <TextPart path="contact.phone" label={words.phone} value={phone} keyboard="tel" longest={40} />
          <SwitchPart path="contact.wantsCalls" label={words.calls} help={words.callsLine} on={wantsCalls} />
        </>
      )}
    </SectionPage>
  );
}
