import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cast } from '../shared/voting/contract';
import { allSchedules } from './app';
import { PARTS, parametersOf } from './platform/config';
import { EVERY_ANSWER, OVER_TLS } from './platform/headers';
import { procedures } from './testing/contracts';
import { httpEvent, invoke, type Packaged, packageStage } from './testing/package';

const capital = (text: string) => text.replace(/^./, (letter) => letter.toUpperCase());

/** `{ Type, Properties }` as CloudFormation reads them; what a test looks at is checked by the test. */
// biome-ignore lint/suspicious/noExplicitAny: the shape of a template is AWS's
type Properties = any;

function each(packaged: Packaged, type: string): [name: string, properties: Properties][] {
  const found = Object.entries(packaged.resources).filter(([, resource]) => resource.Type === type);
  expect(found.length).toBeGreaterThan(0);
  return found.map(([name, resource]) => [name, resource.Properties]);
}

let prod: Packaged;
beforeAll(async () => {
  prod = await packageStage('prod');
});
afterAll(() => rmSync(prod?.directory ?? '', { recursive: true, force: true }));

test.each(['local', 'production', 'test'])('a stage called %s cannot be packaged', async (stage) => {
  await expect(packageStage(stage)).rejects.toThrow('Cannot resolve variable at "provider.environment.STAGE"');
});

test('each schedule has a rule that starts it, no second attempt, and an alarm when it fails; nothing else has', async () => {
  const schedules = Object.entries(await allSchedules());
  expect(schedules.length).toBeGreaterThan(5);
  const rules = each(prod, 'AWS::Events::Rule').map(([, { ScheduleExpression, State, Targets }]) => ({
    rate: ScheduleExpression,
    state: State,
    starts: Targets.map(({ Input }: { Input: string }) => JSON.parse(Input).schedule),
  }));
  const rates = schedules.map(([name, { every }]) => {
    const [[unit = '', count = 0] = []] = Object.entries(every);
    return { rate: `rate(${count} ${count === 1 ? unit.slice(0, -1) : unit})`, state: 'ENABLED', starts: [name] };
  });
  const byName = (a: { starts: string[] }, b: { starts: string[] }) => (String(a.starts) < String(b.starts) ? -1 : 1);
  expect(rules.sort(byName)).toEqual(rates.sort(byName));
  const alarms = each(prod, 'AWS::CloudWatch::Alarm')
    .filter(([, { MetricName }]) => MetricName === 'ScheduleFailed')
    .map(([, { Dimensions }]) => Dimensions);
  expect(alarms).toEqual(expect.arrayContaining(schedules.map(([name]) => [{ Name: 'schedule', Value: name }])));
  expect(alarms).toHaveLength(schedules.length);
  expect(prod.resources.ClockLambdaEvConf?.Properties).toMatchObject({ MaximumRetryAttempts: 0 });
  const watched = each(prod, 'AWS::CloudWatch::Alarm').map(([, alarm]) => alarm.Dimensions?.[0]?.Value.Ref);
  expect(watched).toContain('ClockLambdaFunction');
});

test('thirty more schedules stay far below the 500 resources of a stack', async () => {
  const aSchedule = each(prod, 'AWS::Events::Rule').length + Object.keys(await allSchedules()).length;
  const others = Object.keys(prod.resources).length - aSchedule;
  expect(others + 2 * (Object.keys(await allSchedules()).length + 30)).toBeLessThan(300);
});

test('each function runs where AWS runs it, with a role of its own and no secret in its environment', () => {
  const functions = each(prod, 'AWS::Lambda::Function');
  for (const [, lambda] of functions) {
    expect(lambda).toMatchObject({ Runtime: 'nodejs22.x', Architectures: ['arm64'], VpcConfig: expect.anything() });
    expect(lambda.Environment.Variables.STAGE).toBe('prod');
    const { OWNER_SECRET: _, PARAMETERS: __, ...variables } = lambda.Environment.Variables;
    expect(Object.keys(variables).sort()).toEqual([
      'DATABASE_ENDPOINT',
      'DATABASE_SECRET',
      'INCOMING_BUCKET',
      'KEYS_BUCKET',
      'PARAMETER_PATH',
      'STAGE',
      'UPLOADS_BUCKET',
    ]);
  }
  const roles = functions.map(([, lambda]) => lambda.Role['Fn::GetAtt'][0]);
  expect(new Set(roles).size).toBe(functions.length);
});

test('a function is told of the parameters it needs, and may read these and no other', () => {
  for (const part of PARTS) {
    const lambda = prod.resources[`${capital(part)}LambdaFunction`]?.Properties as Properties;
    expect(lambda.Environment.Variables.PARAMETERS.split(' ')).toEqual(parametersOf(part));
    const role = prod.resources[`${capital(part)}Role`]?.Properties as Properties;
    const statements = role.Policies.flatMap(({ PolicyDocument }: Properties) => PolicyDocument.Statement);
    const mayRead = statements.filter(({ Action }: Properties) => String(Action).startsWith('ssm:'));
    expect(mayRead).toHaveLength(1);
    const names = mayRead[0].Resource.map((arn: Properties) => arn['Fn::Sub'].split('parameter/lianxin/prod/')[1]);
    expect([mayRead[0].Action, names]).toEqual(['ssm:GetParameters', parametersOf(part)]);
  }
  const readers = each(prod, 'AWS::IAM::Role').filter(([, role]) => JSON.stringify(role.Policies).includes('ssm:'));
  // The function that sets up counties seals a phone, and needs nothing else.
  expect(readers).toHaveLength(PARTS.length + 1);
  const county = prod.resources.CountyLambdaFunction?.Properties as Properties;
  expect(county.Environment.Variables.PARAMETERS).toBe('PHONE_KEYS PHONE_HASH_KEYS');
  const arns = JSON.stringify(prod.resources.CountyRole).match(/parameter\/[^"]+/g);
  expect(arns).toEqual(['parameter/lianxin/prod/PHONE_KEYS', 'parameter/lianxin/prod/PHONE_HASH_KEYS']);
});

test('only the migrations, and what sets up counties, may sign in as the owner of the database', () => {
  const owners = each(prod, 'AWS::Lambda::Function').filter(([, lambda]) => lambda.Environment.Variables.OWNER_SECRET);
  expect(owners.map(([name]) => name)).toEqual(['MigrateLambdaFunction', 'CountyLambdaFunction']);
  const readers = each(prod, 'AWS::IAM::Role').filter(([, role]) =>
    JSON.stringify(role.Policies).includes('OwnerLogin'),
  );
  expect(readers.map(([name]) => name).sort()).toEqual(['CountyRole', 'MigrateRole', 'ProxyRole']);
});

/** What a role names: its own log group's streams, the stage's parameters, what people sent. */
const NAMED = /(log-group:\/aws\/lambda\/lianxin-prod-\w+:|\$\{(Uploads|Incoming|Keys)\.Arn\}\/)\*$/;

test('no role may do more than it names, but for network interfaces, which cannot be named', () => {
  for (const [, role] of each(prod, 'AWS::IAM::Role')) {
    for (const { PolicyName, PolicyDocument } of role.Policies) {
      for (const { Action, Resource } of PolicyDocument.Statement) {
        expect(JSON.stringify(Action)).not.toContain('*');
        if (PolicyName === 'network') {
          for (const action of Action) expect(action).toMatch(/^ec2:(Create|Describe|Delete)NetworkInterfaces?$/);
          continue;
        }
        const texts = [Resource].flat().map((one) => one['Fn::Sub'] ?? JSON.stringify(one));
        for (const text of texts.filter((one) => one.includes('*'))) expect(text).toMatch(NAMED);
      }
    }
  }
});

test('new code waits for the migrations', () => {
  for (const [name] of each(prod, 'AWS::Lambda::Function')) {
    const waits = (prod.resources[name] as { DependsOn?: string[] }).DependsOn ?? [];
    expect([name, waits.includes('Migrations')]).toEqual([name, name !== 'MigrateLambdaFunction']);
  }
  expect(prod.resources.Migrations?.Properties.Newest).toMatch(/^\d{4}-.+\.sql$/);
});

test('logs are kept for at least six months', () => {
  const groups = each(prod, 'AWS::Logs::LogGroup');
  expect(groups.length).toBeGreaterThan(each(prod, 'AWS::Lambda::Function').length);
  for (const [, group] of groups) expect(group.RetentionInDays).toBeGreaterThanOrEqual(184);
});

test('an alarm that listens for a sentence in the log listens for one that is written', () => {
  const code = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .map((path) => readFileSync(join(__dirname, path), 'utf8'))
    .join('\n');
  for (const [, filter] of each(prod, 'AWS::Logs::MetricFilter')) {
    const [, sentence] = /\$\.msg = "([^"]+)"/.exec(filter.FilterPattern) ?? [];
    expect(code).toMatch(new RegExp(`log\\('\\w+', '${sentence}'`));
  }
});

test('calls are throttled', () => {
  const [[, stage] = []] = each(prod, 'AWS::ApiGatewayV2::Stage');
  expect(stage.DefaultRouteSettings).toMatchObject({ ThrottlingRateLimit: 1000, ThrottlingBurstLimit: 2000 });
  expect(each(prod, 'AWS::ApiGatewayV2::Integration')[0]?.[1].PayloadFormatVersion).toBe('2.0');
});

test('the database is encrypted, can be put back to any second of two weeks, and is reached through the proxy alone', () => {
  const [[, database] = []] = each(prod, 'AWS::RDS::DBCluster');
  expect(database).toMatchObject({
    StorageEncrypted: true,
    BackupRetentionPeriod: 35,
    DeletionProtection: { 'Fn::If': ['KeepsDatabase', true, false] },
  });
  const { KeepsDatabase } = JSON.parse(prod.template).Conditions;
  expect(new Set(KeepsDatabase['Fn::Equals']).size).toBe(1);
  const [[, proxy] = []] = each(prod, 'AWS::RDS::DBProxy');
  expect(proxy.RequireTLS).toBe(true);
  const doors = each(prod, 'AWS::EC2::SecurityGroup').filter(([, group]) =>
    JSON.stringify(group.SecurityGroupIngress ?? '').includes('Cidr'),
  );
  expect(doors).toEqual([]);
  for (const [, instance] of each(prod, 'AWS::RDS::DBInstance')) expect(instance.PubliclyAccessible).toBe(false);
});

test.each(['Uploads', 'Incoming', 'Keys'])('%s are private, encrypted, and travel over TLS', (name) => {
  const bucket = prod.resources[name]?.Properties;
  expect(Object.values(bucket?.PublicAccessBlockConfiguration ?? {})).toEqual([true, true, true, true]);
  expect(bucket?.BucketEncryption).toBeTruthy();
  expect(JSON.stringify(prod.resources[`${name}Policy`])).toContain('"aws:SecureTransport":"false"');
  // Nothing but the functions sends anything to the bucket of keys.
  const AllowedMethods = name === 'Uploads' ? ['POST', 'GET'] : ['POST'];
  if (name !== 'Keys') expect(bucket?.CorsConfiguration).toMatchObject({ CorsRules: [{ AllowedMethods }] });
});

test('ballots go to a function of their own, which is watched', () => {
  const targets = each(prod, 'AWS::ApiGatewayV2::Route').filter(([, { Target }]) =>
    JSON.stringify(Target).includes('Ballots'),
  );
  expect(targets.map(([, { RouteKey }]) => RouteKey)).toEqual([`PUT /api/v2/{jurisdiction}${cast.path}`]);
  expect(prod.resources.BallotsLambdaFunction?.Properties).toMatchObject({ ReservedConcurrentExecutions: 300 });
  const watched = each(prod, 'AWS::CloudWatch::Alarm').map(
    ([, alarm]) => `${alarm.MetricName} ${alarm.Dimensions?.[0]?.Value.Ref}`,
  );
  expect(watched).toEqual(expect.arrayContaining(['Errors BallotsLambdaFunction', 'Throttles BallotsLambdaFunction']));
});

test('of a key that was removed no version stays', () => {
  const { Keys } = prod.resources;
  expect(Keys?.Properties.VersioningConfiguration).toBeUndefined();
  expect(Keys?.Properties.LifecycleConfiguration).toBeUndefined();
});

test('what phones send is gone after a day and no version of it stays', () => {
  const { Uploads, Incoming } = prod.resources;
  expect(Incoming?.Properties.LifecycleConfiguration).toEqual({
    Rules: [{ Id: 'a-day', Status: 'Enabled', ExpirationInDays: 1 }],
  });
  expect(Incoming?.Properties.VersioningConfiguration).toBeUndefined();
  expect(Uploads?.Properties.VersioningConfiguration).toEqual({ Status: 'Enabled' });
});

test('a file is opened, written and removed by those functions alone that have to', () => {
  const roles = each(prod, 'AWS::IAM::Role').filter(([, role]) => JSON.stringify(role.Policies).includes('s3:'));
  const actions = roles.map(([name, role]) => [
    name,
    [...new Set(JSON.stringify(role.Policies).match(/s3:\w+/g))].sort(),
  ]);
  expect(Object.fromEntries(actions)).toMatchObject({
    BallotsRole: ['s3:GetObject', 's3:ListBucket'],
    ApiRole: ['s3:DeleteObject', 's3:GetObject', 's3:ListBucket', 's3:PutObject'],
    OfficeRole: ['s3:DeleteObject', 's3:GetObject', 's3:ListBucket', 's3:PutObject'],
    ClockRole: ['s3:DeleteObject', 's3:GetObject', 's3:ListBucket', 's3:PutObject'],
  });
});

test('every call of an office goes to a function of its own, whatever its method', () => {
  const targets = each(prod, 'AWS::ApiGatewayV2::Route').map(([, { RouteKey, Target }]) => [
    RouteKey,
    JSON.stringify(Target),
  ]);
  const methods = new Set(procedures.map((procedure) => procedure.method));
  const officeRoutes = targets.filter(([, target]) => target.includes('Office'));
  expect(officeRoutes.map(([key]) => key).sort()).toEqual(
    ['DELETE', 'GET', 'PATCH', 'POST', 'PUT']
      .flatMap((method) => ['', 'v2/'].map((version) => `${method} /api/${version}{jurisdiction}/office/{path+}`))
      .sort(),
  );
  for (const method of methods) expect(officeRoutes.some(([key]) => key.startsWith(`${method} `))).toBe(true);
  const office = prod.resources.OfficeLambdaFunction?.Properties;
  expect(office).toMatchObject({ MemorySize: 1024, ReservedConcurrentExecutions: 10 });
  const watched = each(prod, 'AWS::CloudWatch::Alarm').map(
    ([, alarm]) => `${alarm.MetricName} ${alarm.Dimensions?.[0]?.Value.Ref}`,
  );
  expect(watched).toEqual(expect.arrayContaining(['Errors OfficeLambdaFunction', 'Throttles OfficeLambdaFunction']));
});

test('what was printed is gone after a day, and its versions with it', () => {
  const [, uploads] = each(prod, 'AWS::S3::Bucket').find(([name]) => name === 'Uploads') ?? [];
  expect(uploads.LifecycleConfiguration.Rules).toContainEqual({
    Id: 'prints',
    Status: 'Enabled',
    Prefix: 'prints/',
    ExpirationInDays: 1,
    NoncurrentVersionExpiration: { NoncurrentDays: 1 },
  });
});

test('nothing is bound to a partition other than the one it is deployed to', () => {
  expect(prod.template).not.toMatch(/arn:aws[:-]/);
  // What is left are the names of services, which are the same everywhere.
  for (const [around] of prod.template.matchAll(/.{0,30}amazonaws.{0,10}/g))
    expect(around).toMatch(/"(Service|Principal)": "\w+\.amazonaws\.com"|: "com\.amazonaws\.\$\{AWS/);
});

test('the pages for browsers are deployed with their headers, and answer whatever no other function does', async () => {
  const files = Object.keys(prod.functions.pages ?? {});
  expect(files).toEqual(expect.arrayContaining(['functions/pages.js', 'dist/h5/index.html', 'dist/h5/worker.js']));
  expect(files.filter((file) => /^dist\/h5\/js\/.*\.js$/.test(file)).length).toBeGreaterThan(20);
  for (const name of ['api', 'ballots', 'office', 'clock', 'migrate'])
    expect(Object.keys(prod.functions[name] ?? {}).filter((file) => /^dist|pages/.test(file))).toEqual([]);
  const targets = each(prod, 'AWS::ApiGatewayV2::Route').map(([, { RouteKey, Target }]) => [
    RouteKey,
    JSON.stringify(Target),
  ]);
  expect(targets.filter(([, target]) => target.includes('Pages')).map(([key]) => key)).toEqual(['$default']);
  const env = {
    UPLOADS_BUCKET: 'lianxin-prod-uploads',
    INCOMING_BUCKET: 'lianxin-prod-incoming',
    KEYS_BUCKET: 'lianxin-prod-keys',
    AWS_REGION: 'cn-northwest-1',
  };
  const script = files.find((file) => /^dist\/h5\/js\/app\..*\.js$/.test(file))?.replace('dist/h5', '') ?? '';
  const events = ['/', script, '/worker.js', '/nowhere'].map((path) => httpEvent('GET', path));
  const { ends } = await invoke(prod.unpacked('pages'), 'functions/pages.handler', events, env);
  const answers = ends.map(({ result }) => result as { statusCode: number; headers: Record<string, string> });
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 404]);
  for (const { headers } of answers) {
    for (const [name, value] of Object.entries({ ...EVERY_ANSWER, ...OVER_TLS }))
      if (name !== 'content-security-policy') expect([name, headers[name]]).toEqual([name, value]);
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  }
  expect(answers[0]?.headers['content-security-policy']).toContain(
    "connect-src 'self' https://lianxin-prod-uploads.s3.cn-northwest-1.amazonaws.com.cn https://lianxin-prod-incoming.s3.cn-northwest-1.amazonaws.com.cn",
  );
});
