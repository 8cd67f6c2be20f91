import { parseArguments } from './parse-arguments';

describe('the command line', () => {
  it('accepts exactly what automator.launch sends to DevTools', () => {
    const args = ['auto', '--project', '/app', '--auto-port', '9420', '--auto-account', 'x', '--trust-project'];
    expect(parseArguments(args)).toEqual({ project: '/app', port: 9420 });
  });

  it('accepts values behind an equals sign and makes the project path absolute', () => {
    expect(parseArguments(['auto', '--project=app', '--auto-port=1'])).toEqual({
      project: `${process.cwd()}/app`,
      port: 1,
    });
  });

  it.each([
    [[], /only the command "auto"/],
    [['open', '--project', '/app'], /only the command "auto"/],
    [['auto', '--auto-port', '9420'], /--project/],
    [['auto', '--project', '/app'], /--auto-port/],
    [['auto', '--project', '/app', '--auto-port', '70000'], /70000/],
    [['auto', '--project', '/app', '--auto-port', 'abc'], /abc/],
    [['auto', '--projekt', '/app'], /unknown option --projekt/],
  ])('refuses %j and says why', (args, reason) => {
    expect(() => parseArguments(args)).toThrow(reason);
  });
});
