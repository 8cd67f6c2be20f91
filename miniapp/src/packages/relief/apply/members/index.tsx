import type { HouseholdMember } from '@jinmen/shared/applications/field';
import type { ApplicationView } from '@jinmen/shared/applications/views';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { memberWords } from '../../../../copy/apply';
import { newKey } from '../../../../platform/keys';
import { goBackTo } from '../../../../platform/navigate';
import { useUndo } from '../../../../shell/use-undo';
import { Button } from '../../../../ui/button';
import { Card } from '../../../../ui/card';
import { Notice } from '../../../../ui/notice';
import { Line, Title } from '../../../../ui/words';
import { DraftScreen } from '../draft-screen';
import { changeFields, useDraft } from '../draft-session';
import { isMembers } from '../members-merge';
import { SaveLine } from '../save-line';
import { shownFields } from '../unsent';
import { halfWritten, MEMBERS } from './member-draft';
import { MemberForm } from './member-form';
import '../apply.scss';

/** The people one lives with: written one by one, changed, taken out and, for a while, brought back. */
export default function MembersPage() {
  return <DraftScreen title={memberWords.title}>{(server) => <Members server={server} />}</DraftScreen>;
}

function Members({ server }: { server: ApplicationView }) {
  const unsent = useDraft((draft) => draft.unsent);
  const value = shownFields(server, unsent)[MEMBERS];
  const members = isMembers(value) ? value : [];
  const [writing, setWriting] = useState(() => halfWritten(unsent.typed));
  // Taken out on the screen at once, in the form only when nobody wants them back: a number sent away does not return.
  const { pending, begin, undo, finish } = useUndo<HouseholdMember>((gone) => {
    const now = useDraft.getState();
    const list = now.server && shownFields(now.server, now.unsent)[MEMBERS];
    if (isMembers(list)) changeFields({ [MEMBERS]: list.filter(({ id }) => id !== gone.id) });
  });
  const shown = members.filter(({ id }) => id !== pending?.id);
  const write = (id: string) => {
    finish();
    setWriting(id);
  };
  return (
    <View>
      <Title>{memberWords.title}</Title>
      <View className="stack">
        <SaveLine />
        {pending !== undefined && (
          <Notice className="removed">
            {memberWords.removed(pending.name)}
            <Button id="undo" kind="quiet" text={memberWords.undo} onPress={undo} />
          </Notice>
        )}
        {shown.length === 0 && writing === undefined && <Line tone="quiet">{memberWords.none}</Line>}
        {shown.map((member, at) =>
          member.id === writing ? null : (
            <Person
              key={member.id}
              member={member}
              at={at}
              onChange={() => write(member.id)}
              onRemove={() => begin(member)}
            />
          ),
        )}
        {writing !== undefined ? (
          <MemberForm key={writing} id={writing} members={shown} onDone={() => setWriting(undefined)} />
        ) : (
          <>
            <Button
              id="add-member"
              kind={shown.length === 0 ? 'primary' : 'second'}
              text={memberWords.add}
              onPress={() => write(newKey())}
            />
            {shown.length > 0 && (
              <Button
                id="members-done"
                text={memberWords.done}
                onPress={() => goBackTo({ page: 'apply', query: { id: server.id } })}
              />
            )}
          </>
        )}
      </View>
    </View>
  );
}

interface PersonProps {
  readonly member: HouseholdMember;
  readonly at: number;
  readonly onChange: () => void;
  readonly onRemove: () => void;
}

function Person({ member: { name, idNumber, relation }, at, onChange, onRemove }: PersonProps) {
  return (
    <Card className="member" title={name}>
      <Line tone="quiet">{memberWords.relations[relation]}</Line>
      <Line tone="quiet">{idNumber}</Line>
      <View className="verdict-actions">
        <Button
          id={`change-member-${at}`}
          kind="quiet"
          text={memberWords.changeOne}
          label={memberWords.changeNamed(name)}
          onPress={onChange}
        />
        <Button
          id={`remove-member-${at}`}
          kind="quiet"
          text={memberWords.remove}
          label={memberWords.removeNamed(name)}
          onPress={onRemove}
        />
      </View>
    </Card>
  );
}
