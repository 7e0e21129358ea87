using System.Diagnostics;
using System.Globalization;
using CongVu.Platform.Printing.Sheets;

namespace CongVu.Load.Runs;

/// <summary>Export of 100,000 people × 30 columns; the target is 3 seconds and 150 MB of extra memory on two cores.</summary>
internal sealed class XlsxExportScenario : ILoadScenario
{
    private const double TargetSeconds = 3;
    private const double TargetMegabytes = 150;

    private static readonly string[] Names = ["Nguyễn Thị Hạnh", "Trần Văn Ưng", "Lê Ngọc Dũng", "Phạm Thùy Yến", "Hoàng Đức Nghĩa", "Đỗ Quốc Đạt"];
    private static readonly string[] Units = ["Sở Nội vụ", "Sở Tài chính", "Trung tâm Dịch vụ việc làm", "Ủy ban nhân dân phường Trấn Biên", "Chi cục Quản lý thị trường"];

    public string Name => "xlsx-export";

    public string Summary => "[rows=100000] [runs=3] [file=PATH]: time and memory of a streamed Excel export of 30 columns";

    public async Task<int> RunAsync(string[] arguments, CancellationToken ct)
    {
        var options = arguments.Select(a => a.Split('=', 2)).ToDictionary(a => a[0], a => a[^1]);
        var rows = int.Parse(options.GetValueOrDefault("rows", "100000"), CultureInfo.InvariantCulture);
        var runs = int.Parse(options.GetValueOrDefault("runs", "3"), CultureInfo.InvariantCulture);
        var table = new SheetTable<Person> { TitleLines = ["DANH SÁCH CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC", "Tính đến ngày 21/11/2026"], Columns = Columns() };

        await ExportAsync(table, 100, Stream.Null, ct);
        var met = true;
        Console.WriteLine($"export    {rows:N0} rows x {table.Columns.Count} columns, half of them text; rows made while they are written; target {TargetSeconds} s, {TargetMegabytes} MB");
        for (var run = 1; run <= runs; run++)
        {
            await using Stream target = options.TryGetValue("file", out var path) ? File.Create(path) : new CountingStream();
            GC.Collect();
            var before = Machine.Memory().Now;
            using var watch = new MemoryWatch();
            var (time, cpu) = (Stopwatch.StartNew(), Machine.ProcessorTime());
            await ExportAsync(table, rows, target, ct);
            var seconds = time.Elapsed.TotalSeconds;
            var extra = (watch.Stop() - before) / (1024 * 1024.0);
            met &= seconds <= TargetSeconds && extra <= TargetMegabytes;
            Console.WriteLine($"run {run}     {seconds:0.00} s ({(Machine.ProcessorTime() - cpu).TotalSeconds:0.00} s of processor), {extra:0} MB above {before / (1024 * 1024.0):0} MB, file {target.Length / (1024 * 1024.0):0.0} MB");
        }

        Console.WriteLine(met ? "target met" : "TARGET MISSED");
        return met ? 0 : 1;
    }

    private static Task ExportAsync(SheetTable<Person> table, int rows, Stream target, CancellationToken ct) =>
        XlsxTable.WriteAsync(target, table, People(rows), ct);

    private static async IAsyncEnumerable<Person> People(int rows)
    {
        for (var n = 1; n <= rows; n++)
        {
            if (n % 1000 == 0)
            {
                await Task.Yield();
            }

            yield return new Person(n, Names[n % Names.Length] + " " + n, (75_000_000_000 + (n * 7919L)).ToString("000000000000", CultureInfo.InvariantCulture), Units[n % Units.Length]);
        }
    }

    private static List<SheetColumn<Person>> Columns()
    {
        List<SheetColumn<Person>> columns =
        [
            SheetColumn.Integer<Person>("TT", p => p.Number, 6),
            SheetColumn.Text<Person>("Họ và tên", p => p.FullName, 26),
            SheetColumn.Text<Person>("Số định danh cá nhân", p => p.PersonalId, 16),
            SheetColumn.Text<Person>("Cơ quan, đơn vị", p => p.Unit, 34),
        ];
        for (var i = 0; columns.Count < 30; i++)
        {
            var shift = i;
            columns.Add((i % 6) switch
            {
                0 => SheetColumn.Date<Person>($"Ngày {i}", p => new DateOnly(1966, 1, 1).AddDays((p.Number + (shift * 97)) % 14_000)),
                1 => SheetColumn.Decimal<Person>($"Hệ số {i}", p => 2.34m + ((p.Number + shift) % 200 * 0.03m)),
                2 => SheetColumn.Money<Person>($"Số tiền {i}", p => 5_475_600 + (p.Number % 1000 * 1_000)),
                3 => SheetColumn.Text<Person>($"Mã {i}", p => (p.Number + shift) % 3 == 0 ? "01.003" : "V.07.05.15"),
                4 => SheetColumn.Text<Person>($"Ghi chú {i}", p => Units[(p.Number + shift) % Units.Length]),
                _ => SheetColumn.Text<Person>($"Trình độ {i}", p => p.Number % 4 == 0 ? null : "Đại học & tương đương"),
            });
        }

        return columns;
    }

    private sealed record Person(int Number, string FullName, string PersonalId, string Unit);
}
