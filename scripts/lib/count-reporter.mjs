/** A node:test reporter that writes one JSON object of counts, shaped like jest's. */
export default async function* countReporter(source) {
  const counts = {
    numPassedTests: 0,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    numRuntimeErrorTestSuites: 0,
    failures: [],
  };
  for await (const { type, data } of source) {
    const isResult = type === 'test:pass' || type === 'test:fail';
    if (!isResult || data.details?.type === 'suite') continue;
    if (data.skip !== undefined) counts.numPendingTests += 1;
    else if (data.todo !== undefined) counts.numTodoTests += 1;
    else if (type === 'test:pass') counts.numPassedTests += 1;
    else {
      counts.numFailedTests += 1;
      counts.failures.push({ name: data.name, message: String(data.details?.error?.message ?? '') });
    }
  }
  yield JSON.stringify(counts);
}
