import type { Route } from '../host-page';

/** Scene 1001: opened from the list of recently used mini-programs. */
const SCENE_RECENT = 1001;

/** How the app was started: `getLaunchOptionsSync`, and the argument of App.onLaunch. */
export class LaunchOptions {
  value: object = {};

  set(route: Route): void {
    this.value = {
      path: route.path,
      query: route.query,
      scene: SCENE_RECENT,
      referrerInfo: {},
      apiCategory: 'default',
    };
  }
}
