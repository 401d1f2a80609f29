// For serverless.yml: what is made from the code, so that nothing of it is written by hand a second time.
const { execFileSync } = require('node:child_process');
const { join } = require('node:path');

/** `requests.check-words` → `RequestsCheckWords`, as CloudFormation names things. */
const logicalName = (name) => name.replace(/(?:^|[.-])(\w)/g, (_, letter) => letter.toUpperCase());

/** `{ hours: 6 }` → `rate(6 hours)`. */
function rate({ every }) {
  const [unit, count] = Object.entries(every)[0];
  return `rate(${count} ${count === 1 ? unit.slice(0, -1) : unit})`;
}

/** What runs often is let fail twice in five minutes before anybody is woken; what runs once in hours is not. */
const threshold = ({ every }) => ('minutes' in every && every.minutes < 5 ? 3 : 1);

function rule(name, schedule) {
  return {
    Type: 'AWS::Events::Rule',
    Properties: {
      Name: `lianxin-\${sls:stage}-${name.replace('.', '-')}`,
      ScheduleExpression: rate(schedule),
      State: 'ENABLED',
      Targets: [
        {
          Arn: { 'Fn::GetAtt': ['ClockLambdaFunction', 'Arn'] },
          Id: 'clock',
          Input: JSON.stringify({ schedule: name }),
        },
      ],
    },
  };
}

/** Counts what `ScheduleFailures` (alarms.yml) reads from the log: the function's own errors do not tell one schedule from another. */
function alarm(name, schedule) {
  return {
    Type: 'AWS::CloudWatch::Alarm',
    Properties: {
      AlarmName: `lianxin-\${sls:stage}-${name.replace('.', '-')}-fails`,
      AlarmDescription: `The schedule ${name} failed`,
      Namespace: `lianxin/\${sls:stage}`,
      MetricName: 'ScheduleFailed',
      Dimensions: [{ Name: 'schedule', Value: name }],
      Statistic: 'Sum',
      Period: 300,
      EvaluationPeriods: 1,
      Threshold: threshold(schedule),
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      TreatMissingData: 'notBreaching',
      AlarmActions: [{ Ref: 'Alarms' }],
      OKActions: [{ Ref: 'Alarms' }],
    },
  };
}

/** What the code says, asked once a packaging. */
let facts;
function factsOfCode() {
  const program = ['--import', require.resolve('tsx'), join(__dirname, 'print-facts.ts')];
  facts ??= JSON.parse(execFileSync(process.execPath, program, { encoding: 'utf8' }));
  return facts;
}

/** A rule that starts each schedule of the plugs, and an alarm that says when it fails. */
module.exports.clock = () => {
  const made = Object.entries(factsOfCode().schedules).flatMap(([name, schedule]) => [
    [`${logicalName(name)}Rule`, rule(name, schedule)],
    [`${logicalName(name)}Fails`, alarm(name, schedule)],
  ]);
  return { Resources: Object.fromEntries(made) };
};

/** The names of the parameters that each function reads. */
module.exports.parameters = () =>
  Object.fromEntries(Object.entries(factsOfCode().parameters).map(([part, names]) => [part, names.join(' ')]));

/** Where these parameters are, as a role names them. */
module.exports.parameterArns = () => {
  const arn = (name) => ({
    'Fn::Sub': `arn:\${AWS::Partition}:ssm:\${AWS::Region}:\${AWS::AccountId}:parameter/lianxin/\${sls:stage}/${name}`,
  });
  return Object.fromEntries(Object.entries(factsOfCode().parameters).map(([part, names]) => [part, names.map(arn)]));
};
