import './platform/navigator';
import type { APIGatewayProxyEventV2, APIGatewayProxyResultV2 } from 'aws-lambda';
import type { Hono } from 'hono';
import { phoneApp } from './app';
import { lambdaServices, warm } from './platform/lambda';
import { answerEvent } from './platform/lambda-http';

// One connection an instance: it handles one event at a time, and the proxy in front of the database shares them.
const services = lambdaServices('api', { connections: 1 });
warm(services);
let app: Hono | undefined;

/** The API, the office's part excepted, as an AWS Lambda function behind an HTTP API (payload version 2). */
export async function handler(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyResultV2> {
  app ??= phoneApp(await services());
  return answerEvent(app, event);
}
