using System.Globalization;
using CongVu.Law;
using CongVu.Law.Vectors;

namespace CongVu.Cli;

/// <summary>A command on the law's data alone; needs no database.</summary>
internal abstract class LawCommand : Command
{
    /// <inheritdoc />
    public sealed override async Task<int> RunAsync(Arguments arguments, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        try
        {
            return await AnswerAsync(arguments, output, ct);
        }
        catch (Exception refused) when (refused is LawDataException or OutsideCoverageException or CaseInputException or DirectoryNotFoundException or FileNotFoundException)
        {
            await errors.WriteLineAsync(refused.Message);
            return 1;
        }
    }

    /// <summary>Runs with the law's own refusals caught: message, exit code 1.</summary>
    protected abstract Task<int> AnswerAsync(Arguments arguments, TextWriter output, CancellationToken ct);
}

/// <summary>Loads and checks the whole law.</summary>
internal sealed class LawCheckCommand : LawCommand
{
    public override string Name => "law check";
    public override string Usage => "law check [THƯ MỤC]";
    public override string About => "Kiểm tra toàn bộ dữ liệu pháp luật; lỗi nêu rõ tệp và dòng.";

    protected override async Task<int> AnswerAsync(Arguments arguments, TextWriter output, CancellationToken ct)
    {
        var folder = arguments.Optional() ?? LawFolder.Find();
        arguments.End();
        var book = LawBook.Load(folder);
        var values = book.Parameters.Values.SelectMany(p => p.Values.Values).ToList();
        var unread = values.Count(v => v.Verification.Status != VerificationStatus.TextRead);
        await output.WriteLineAsync($"{book.Instruments.Count} văn bản, {book.Parameters.Count} tham số và danh mục, {values.Count} giá trị; {unread} giá trị chưa đối chiếu với văn bản.");
        return 0;
    }
}

/// <summary>Runs test vectors.</summary>
internal sealed class LawVectorsCommand : LawCommand
{
    public override string Name => "law vectors";
    public override string Usage => "law vectors THƯ_MỤC [--json]";
    public override string About => "Chạy mọi tệp trường hợp kiểm tra trong thư mục.";

    protected override async Task<int> AnswerAsync(Arguments arguments, TextWriter output, CancellationToken ct)
    {
        var json = arguments.Flag("json");
        var folder = arguments.Next("thư mục");
        arguments.End();
        var report = new VectorRunner(LawBook.Load()).Run(folder);
        if (json)
        {
            await output.WriteLineAsync(report.ToJson());
        }
        report.WriteTo(output, failures: !json);
        return report.Failed == 0 ? 0 : 1;
    }
}

/// <summary>Answers one question and prints why.</summary>
internal sealed class LawExplainCommand : LawCommand
{
    public override string Name => "law explain";
    public override string Usage => "law explain LĨNH_VỰC --date NGÀY --input TỆP|- [--json]";
    public override string About => "In giải trình một phép tính, ví dụ pay.monthly, theo pháp luật của ngày nêu ra.";

    protected override async Task<int> AnswerAsync(Arguments arguments, TextWriter output, CancellationToken ct)
    {
        var json = arguments.Flag("json");
        var date = DateOf(arguments.Option("date"));
        var input = arguments.Option("input");
        var area = arguments.Next("lĩnh vực");
        arguments.End();
        var text = input switch { null => "", "-" => await Console.In.ReadToEndAsync(ct), _ => await ReadAsync(input, ct) };
        var told = new VectorRunner(LawBook.Load()).Answer(area, date, text).Explanation;
        await output.WriteLineAsync(json ? told.ToJson() : told.ToText());
        foreach (var caution in json ? [] : told.Cautions(DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date)))
        {
            await output.WriteLineAsync("Lưu ý: " + caution);
        }
        return 0;
    }

    private static Task<string> ReadAsync(string file, CancellationToken ct) =>
        File.Exists(file) ? File.ReadAllTextAsync(file, ct) : throw new FileNotFoundException($"Không thấy tệp “{file}”.");

    private static DateOnly? DateOf(string? text) => text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new UsageException($"--date phải có dạng 2026-07-01, không phải “{text}”.");
}
