import { resolve } from 'node:path';
import type { APIGatewayProxyEventV2, APIGatewayProxyResultV2 } from 'aws-lambda';
import { answerEvent } from './platform/lambda-http';
import { openLog } from './platform/log';
import { site } from './platform/site';
import { bucketUrl } from './platform/storage';

const { AWS_REGION = '', UPLOADS_BUCKET = '', INCOMING_BUCKET = '' } = process.env;

const app = site(resolve(__dirname, '../dist/h5'), {
  log: openLog(() => new Date()),
  elsewhere: [UPLOADS_BUCKET, INCOMING_BUCKET].map((bucket) => bucketUrl({ region: AWS_REGION, url: null }, bucket)),
});

/** The pages for browsers, behind the same HTTP API: whatever no other function answers. */
export async function handler(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyResultV2> {
  return answerEvent(app, event);
}
