/** Somebody the demo signs in as. Made up; the numbers belong to a range no operator gave out. */
export type DemoPerson = {
  key: string;
  label: string;
  openid: string;
  phone: string;
  name: string | null;
  /** The deputy they are, by name; bound when the county is seeded. */
  deputy: string | null;
  /** False: not in the database yet, as somebody who opens the mini-program for the first time. */
  known: boolean;
};

export const DEMO_PEOPLE: DemoPerson[] = [
  {
    key: 'chen',
    label: '居民 陈试用',
    openid: 'demo-openid-chen-000000000001',
    phone: '13800000001',
    name: '陈试用',
    deputy: null,
    known: true,
  },
  {
    key: 'xin',
    label: '居民 第一次来',
    openid: 'demo-openid-xin-0000000000002',
    phone: '13800000002',
    name: null,
    deputy: null,
    known: false,
  },
  {
    key: 'lin',
    label: '居民 林试样',
    openid: 'demo-openid-lin-0000000000003',
    phone: '13800000003',
    name: '林试样',
    deputy: null,
    known: true,
  },
  {
    key: 'xu',
    label: '代表 徐示例',
    openid: 'demo-openid-xu-00000000000004',
    phone: '13800000004',
    name: '徐示例',
    deputy: '徐示例',
    known: true,
  },
  {
    key: 'mao',
    label: '代表 毛范例',
    openid: 'demo-openid-mao-0000000000005',
    phone: '13800000005',
    name: '毛范例',
    deputy: '毛范例',
    known: true,
  },
];
