import { UPSTREAMS } from '../../../platform/config/bureau-address';
import { matterOf } from '../catalogue/matters';
import { privacySections } from '../texts/privacy-text';
import { receivers } from '../words';
import { askedTopics, ofNobodyHere, sharedTopics } from './topics';

/** Whom the topics of a service go to, where the service is not called like its bureau. */
const BUREAUS: Readonly<Record<string, string>> = {
  'marriage-registration': 'marriage-registry',
  'sea-scattering': 'funeral-affairs',
};

const carried = Object.entries({ ...sharedTopics, ...askedTopics, ...ofNobodyHere }).map(([topic, { matter }]) => {
  const service = topic.slice(0, topic.indexOf('.'));
  return { topic, matter, to: UPSTREAMS.find((upstream) => upstream === (BUREAUS[service] ?? service)) };
});

describe('whoever may get something of somebody', () => {
  it.each(carried)('by $topic stands in what the privacy text says of its matter', ({ matter, to }) => {
    if (to === undefined) throw new Error('it goes to nobody there is');
    const { title } = matterOf(matter);
    const given = privacySections({})
      .find((section) => section.title === title)
      ?.lines.at(-1);
    expect(given).toMatch(/^给谁：/);
    expect(given?.slice('给谁：'.length, -1).split('、')).toContain(receivers[to]);
  });
});
