using System.Globalization;
using CongVu.Cli;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = new CultureInfo("vi-VN");
Console.OutputEncoding = System.Text.Encoding.UTF8;
// Ctrl-C lets a command end well: the private database must stop with it.
using var ended = new CancellationTokenSource();
Console.CancelKeyPress += (_, key) => { key.Cancel = true; ended.Cancel(); };
return await Commands.RunAsync(args, Console.Out, Console.Error, ended.Token);
