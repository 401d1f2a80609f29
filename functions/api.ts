import type { APIGatewayProxyEventV2, APIGatewayProxyResultV2, Context } from 'aws-lambda';
import { handle } from 'hono/aws-lambda';
import { apiOf } from './app';
import { readConfig } from './platform/config';
import { openServices } from './platform/services';

// One connection a Lambda instance: it handles one event at a time, and the proxy in front of the database shares them.
const serve = handle(apiOf(openServices(readConfig(process.env), { connections: 1 })));

/** The API as an AWS Lambda function behind an HTTP API (payload version 2). */
export async function handler(event: APIGatewayProxyEventV2, context: Context): Promise<APIGatewayProxyResultV2> {
  // An idle connection must not keep the reply waiting.
  context.callbackWaitsForEmptyEventLoop = false;
  return serve(event, context as never) as Promise<APIGatewayProxyResultV2>;
}
