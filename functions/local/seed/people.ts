/** Somebody the demo signs in as. Made up; the numbers belong to a range no operator gave out. */
export type DemoPerson = {
  key: string;
  label: string;
  openid: string;
  phone: string;
  name: string | null;
  /** The deputy they are, by name. Bound when the county is seeded if they are known, else on the roster by their phone alone. */
  deputy: string | null;
  /** The stations they are clerk of and the village they are democratic supervisor of, by name. */
  clerkOf?: string[];
  supervisorOf?: string;
  /** The departments they are of, by name. */
  departments?: string[];
  /** Of the congress's office. */
  admin?: true;
  /** Known in the other county too, as a resident. */
  elsewhere?: true;
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
    elsewhere: true,
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
  {
    key: 'clerk',
    label: '站长 舒示例',
    openid: 'demo-openid-clerk-000000000006',
    phone: '13800000006',
    name: '舒示例',
    deputy: null,
    clerkOf: ['白石镇代表联络站', '草坪村代表联络站'],
    known: true,
  },
  {
    key: 'clerk2',
    label: '站长 苏样例（招贤镇）',
    openid: 'demo-openid-clerk2-00000000007',
    phone: '13800000007',
    name: '苏样例',
    deputy: null,
    clerkOf: ['招贤镇代表联络站'],
    known: true,
  },
  {
    key: 'jian',
    label: '民主监督员 姜样本',
    openid: 'demo-openid-jian-0000000000008',
    phone: '13800000008',
    name: '姜样本',
    deputy: null,
    supervisorOf: '草坪村',
    known: true,
  },
  {
    key: 'admin',
    label: '县人大 管范例',
    openid: 'demo-openid-admin-000000000009',
    phone: '13800000009',
    name: '管范例',
    deputy: null,
    admin: true,
    known: true,
  },
  {
    key: 'wu',
    label: '代表 郑样本（第一次来）',
    openid: 'demo-openid-wu-000000000000010',
    phone: '13800000010',
    name: null,
    deputy: '郑样本',
    known: false,
  },
  {
    key: 'fang',
    label: '县交通运输局 方示办',
    openid: 'demo-openid-fang-00000000000011',
    phone: '13800000011',
    name: '方示办',
    deputy: null,
    departments: ['县交通运输局'],
    known: true,
  },
  {
    key: 'lu',
    label: '县住建局 鲁草拟',
    openid: 'demo-openid-lu-000000000000012',
    phone: '13800000012',
    name: '鲁草拟',
    deputy: null,
    departments: ['县住建局'],
    known: true,
  },
  {
    key: 'cao',
    label: '县交通运输局 曹试办（第一次来）',
    openid: 'demo-openid-cao-00000000000013',
    phone: '13800000013',
    name: '曹试办',
    deputy: null,
    departments: ['县交通运输局', '县民政局'],
    known: false,
  },
  // What two of the office decide takes two.
  {
    key: 'guo',
    label: '县人大 郭拟办（第一次来）',
    openid: 'demo-openid-guo-00000000000014',
    phone: '13800000014',
    name: '郭拟办',
    deputy: null,
    admin: true,
    known: false,
  },
];
