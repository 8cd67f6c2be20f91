import { switchOff } from './tool';

/** The phones outlive every spec, and nothing of the run may outlive the run. */
export default async function afterTheSuite(): Promise<void> {
  await Promise.all([switchOff('first'), switchOff('second')]);
}
