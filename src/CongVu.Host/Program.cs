using CongVu.Host;

await using var host = await CongVuHost.StartAsync(args);
await host.App.WaitForShutdownAsync();
