import { engine } from '@jinmen/shared/catalogue';
import { standardRows } from '@jinmen/shared/standards/standards';
const o={asOf:'2026-11-24' as const,standards:standardRows};
for(let r=0;r<6;r++){const t=performance.now();for(let i=0;i<10;i++)engine.assess({},o);const u=performance.now();for(let i=0;i<10;i++)engine.verdicts({},o);const v=performance.now();console.log(((u-t)/10).toFixed(2),((v-u)/10).toFixed(3))}
const f={'household.hukou':'all-tianjin','household.memberCount':3,'household.monthlyWageIncomeFen':250000,'household.monthlyOtherIncomeFen':0};
for(let r=0;r<3;r++){const t=performance.now();for(let i=0;i<1000;i++)engine.verdicts(f,o);console.log(((performance.now()-t)).toFixed(2),'us per verdicts')}
