import type { SiteView } from '../../bookings/views';
import { districts } from '../../places/places';
import { MARRIAGE_KINDS } from './kinds';

/** A site as the release knows it. What no source gives is absent; staff fill it in with a source note. */
export type MarriageSite = Omit<SiteView, 'nextFreeDay'>;

/** One registry a district (policy-facts E.1); addresses, phones and hours were published nowhere we found (C.4, I 12). */
const registries: readonly MarriageSite[] = districts.map(({ code, name }) => ({
  id: `registry-${code}`,
  name: `${name}婚姻登记处`,
  sort: 'registry',
  kinds: MARRIAGE_KINDS,
  district: code,
  districtName: name,
}));

/** 特色结婚登记点, as the city's review of 2024 lists them; 1946 stands there without a district of its own (C.4). */
const themed: readonly MarriageSite[] = [
  themedSite('yifeng-street', '意风街', '120105'),
  themedSite('creative-park-1946', '1946创意产业园'),
  themedSite('tiankai-park', '天开园', '120104'),
  themedSite('shuwai-taoyuan', '墅外桃源公园', '120113'),
  themedSite('yueqiao-warehouse', '月桥文化仓', '120112'),
  themedSite('jinmen-lake', '津门湖', '120111'),
];

/** The themed ones first, as couples look for them. */
export const marriageSites: readonly MarriageSite[] = [...themed, ...registries];

/** 结婚 alone (policy-facts J14). */
function themedSite(id: string, name: string, district?: string): MarriageSite {
  const districtName = districts.find(({ code }) => code === district)?.name;
  return {
    id,
    name,
    sort: 'themed',
    kinds: ['marriage'],
    ...(district !== undefined && { district }),
    ...(districtName !== undefined && { districtName }),
  };
}
