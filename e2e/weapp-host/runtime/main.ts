import { addGlobalErrorListener, addGlobalWarningListener, globalOptions } from 'glass-easel';
import { automatorMethods } from '../automator/in-page/methods';
import type { AppInstance } from './app-instance';
import { BrowserHost } from './browser-host';
import { createProjectCode } from './code-space';
import { fireEvent, fireTap, installPlainTargets } from './events';
import { Foreground } from './foreground';
import { ModuleLoader } from './module-loader';
import { Reports } from './reports';
import { Router } from './router';
import { ServiceConsole } from './service-console';
import { guardedFunction, hideStackFrames, serviceGlobals } from './service-globals';
import { ServiceTimers } from './service-timers';
import { meterSetData } from './set-data-meter';
import { Shell } from './shell';
import { ShellDialogs } from './shell-dialogs';
import { createWx, type HostWx } from './wx/create-wx';
import { LaunchOptions } from './wx/launch-options';

/** What the others are built on: the project, and where everything is reported. */
interface Ground {
  readonly reports: Reports;
  readonly service: ServiceConsole;
  readonly launch: LaunchOptions;
  readonly dialogs: ShellDialogs;
  readonly code: ReturnType<typeof createProjectCode>;
  app: AppInstance | undefined;
}

function layGround(): Ground {
  // Unprefixed ids must reach the DOM for `#id` selectors; a component property called `dataset` must not crash.
  globalOptions.writeExtraInfoToAttr = true;
  globalOptions.writeFieldsToNode = false;
  const reports = new Reports();
  const service = new ServiceConsole(reports);
  addGlobalWarningListener((message) => !/for-list data/.test(message));
  addGlobalErrorListener((error) => {
    service.uncaught(error);
    return false;
  });
  meterSetData(reports);
  installPlainTargets();
  const code = createProjectCode(window.__bundle);
  const ground: Ground = {
    reports,
    service,
    launch: new LaunchOptions(),
    dialogs: new ShellDialogs(),
    code,
    app: undefined,
  };
  service.watchApp(() => ground.app);
  return ground;
}

/** The screen: bars, page stack and wx, which know each other. */
function buildScreen(ground: Ground): { router: Router; wx: HostWx } {
  const { reports, service, code } = ground;
  const bundle = window.__bundle;
  const onError = (thrown: unknown): void => service.uncaught(thrown);
  const shell = new Shell(
    bundle.app,
    (path) => void router.open('switchTab', { url: `/${path}` }).catch(onError),
    () => router.back(),
  );
  const actions = {
    fire: fireEvent,
    tap: fireTap,
    recordNative: (api: string, options: unknown) => reports.recordNative(api, options),
    reportMissing: (what: string) => reports.missingComponent(what),
    agreeToPrivacy: (buttonId: string) => wx.privacy.noteAgreement(buttonId),
    navigate: (kind: string, options: unknown) => void wx.call(kind, options),
  };
  const router: Router = new Router(
    bundle,
    shell,
    { bundle, code, container: shell.pages, actions, onError },
    (route) => ground.app?.onPageNotFound?.({ ...route, isEntryPage: true }),
  );
  const wx: HostWx = createWx({ ...ground, bundle, router, shell, onError });
  return { router, wx };
}

function createHost(): BrowserHost {
  const ground = layGround();
  const { router, wx } = buildScreen(ground);
  const { reports, service, launch, code, dialogs } = ground;
  const bundle = window.__bundle;
  const loader = new ModuleLoader(bundle, code.space, window.__moduleFactories);
  const guarded = guardedFunction(() => sandbox, reports);
  const timers = new ServiceTimers(reports);
  const own = { wx: wx.object, console: service.console, Function: guarded, ...timers.functions };
  const sandbox = serviceGlobals(window.__language, own);
  hideStackFrames();
  loader.useScope({
    wx: wx.object,
    App: (definition: AppInstance) => {
      ground.app = definition;
    },
    Page: (definition: unknown) => loader.registerPage(definition),
    Component: (definition: unknown) => loader.registerComponent(definition),
    Behavior: (definition: unknown) => loader.registerBehaviour(definition),
    getApp: () => ground.app,
    getCurrentPages: () => router.stack.map((page) => page.caller),
    globalThis: sandbox,
    global: sandbox,
    console: service.console,
    Function: guarded,
    ...timers.functions,
  });
  const parts = { app: () => ground.app, router: () => router, launch, tasks: wx.tasks, timers };
  const foreground = new Foreground(parts);
  foreground.addTo(wx);
  const methods = automatorMethods({ bundle, reports, router, service, wx, dialogs, sandbox, loader, foreground });
  return new BrowserHost({ bundle, router, loader, launch, methods, app: () => ground.app });
}

window.__host = createHost();
