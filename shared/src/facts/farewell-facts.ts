import type { FactDefinition } from './fact';

/** Of one relative who died, “去世的亲人”, and of the burial. */
export const farewellFacts = {
  'deceased.hukouOutsideTianjin': { type: 'boolean', label: '去世的亲人户口在外地' },
  'deceased.wasPublicEmployee': { type: 'boolean', label: '生前在机关、事业单位上班，或从那里退休' },
  'deceased.hasInsuranceFuneralMoney': { type: 'boolean', label: '企业养老、失业或工伤保险给丧葬费' },
  'deceased.receivedSpecialHardshipSupport': { type: 'boolean', label: '生前是特困人员' },
  'deceased.funeralMoneyElsewhere': { type: 'boolean', label: '已经在别处领过丧葬补贴' },
  'deceased.cremationPlace': {
    type: 'choice',
    label: '去世的亲人在哪里火化',
    options: [
      { value: 'tianjin', label: '天津的殡仪馆' },
      { value: 'tiantie', label: '户口在河东区天铁街道，在外地火化' },
      { value: 'died-here', label: '在天津去世，在外地火化' },
      { value: 'died-elsewhere', label: '在外地去世，也在外地火化' },
      { value: 'not-yet', label: '还没有火化' },
    ],
  },
  'deceased.cremationDay': { type: 'date', label: '火化的日子', earliest: '2000-01-01' },
  'deceased.cremationReceipt': { type: 'staff', label: '火化单据能不能用' },
  'deceased.lastDayWasHoliday': { type: 'staff', label: '最后一天是不是赶上放假' },
  'burial.way': {
    type: 'choice',
    label: '骨灰怎么安葬',
    options: [
      { value: 'kept', label: '留着骨灰，或者立碑' },
      { value: 'sea', label: '由天津市殡仪服务总站撒海' },
      { value: 'nothing-kept', label: '别的方式，不留骨灰，也不立碑' },
    ],
  },
  'burial.laidToRestIn60Days': { type: 'boolean', label: '火化后60天之内已经安葬' },
  'burial.signedUpIn60Days': { type: 'boolean', label: '火化后60天之内报了名，或选定了' },
  'burial.claimantHasNoRight': { type: 'boolean', label: '来领的人不是亲属，也无权办后事' },
  'burial.approvedUnit': { type: 'staff', label: '安葬的单位是不是批准过的' },
} as const satisfies Readonly<Record<string, FactDefinition>>;
