const { buildArgv, runCLI } = require('jest');

const SOURCE = /\/(server|shared)\/src\//;

process.on('disconnect', () => process.exit(1));
process.on('message', async (args) => {
  // what our own runtime (server/test/jest/runtime.cjs) keeps for the next spec is what the mutant may have changed
  for (const file of Object.keys(require.cache)) if (SOURCE.test(file)) delete require.cache[file];
  try {
    const { results } = await runCLI(await buildArgv(args), [process.cwd()]);
    process.send(outcomeOf(results));
  } catch (error) {
    process.send({ passed: 0, failed: String(error.stack) });
  }
});

function outcomeOf({ numPassedTests: passed, testResults }) {
  const failed = testResults.flatMap((file) => file.testResults).find(({ status }) => status === 'failed');
  const [why = ''] = failed?.failureMessages ?? [];
  const broken = testResults.map(({ testExecError }) => testExecError?.message).find(Boolean);
  return { passed, ...(broken && { failed: broken }), ...(failed && { first: failed.title, why: why.split('\n')[0] }) };
}
