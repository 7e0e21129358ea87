using CongVu.Examinations.Contracts;

namespace CongVu.Cli;

/// <summary>Reads a question file and accounts for every question. Needs no database.</summary>
internal sealed class ExamImportCommand : Command
{
    public override string Name => "exam import";
    public override string Usage => "exam import TỆP [--json] [--dry-run] | exam import TỆP --subject MÔN --as TÀI_KHOẢN [--level 0..4]";
    public override string About => "Đọc tệp câu hỏi (QTI 2.1, 2.2, 3.0, Moodle XML, GIFT, Aiken, Word, Excel, CSV): câu nào nhận được, câu nào không, mất gì.";

    public override async Task<int> RunAsync(Arguments arguments, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        var json = arguments.Flag("json");
        var isDry = arguments.Flag("dry-run");
        var (subject, account, level) = (arguments.Option("subject"), arguments.Option("as"), arguments.Number("level", 0));
        if (subject is null != account is null) throw new UsageException("Nhập vào ngân hàng cần cả --subject và --as.");
        var path = arguments.Next("tên tệp câu hỏi");
        arguments.End();
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            await errors.WriteLineAsync($"Không có tệp “{path}”.");
            return 1;
        }
        var (text, isRead) = ExamFiles.Import(path, json);
        await output.WriteLineAsync(text);
        return !isRead ? 1 : isDry || subject is null ? 0 : await new IntoBank(path, subject, level, account!).RunAsync(new Arguments([]), json ? errors : output, errors, ct);
    }

    private sealed class IntoBank(string path, string subject, int level, string account) : DatabaseCommand
    {
        public override string Name => "exam import";
        public override string Usage => "";
        public override string About => "";

        protected override async Task<int> RunAsync(IServiceProvider services, Arguments arguments, TextWriter output, TextWriter errors, CancellationToken ct)
        {
            var (text, isDone) = await ExamBank.ImportAsync(services, path, subject, level, account, ct);
            await (isDone ? output : errors).WriteLineAsync(text);
            return isDone ? 0 : 1;
        }
    }
}

/// <summary>Converts a question file into the format of another system. Needs no database.</summary>
internal sealed class ExamExportCommand : Command
{
    public override string Name => "exam export";
    public override string Usage => "exam export TỆP --format qti3|qti21|moodle|gift|aiken [--out TỆP_RA] | exam export MÔN --as TÀI_KHOẢN --format … [--out TỆP_RA]";
    public override string About => "Chuyển một tệp câu hỏi sang định dạng khác; nói rõ câu nào, phần nào định dạng đó không chứa được.";

    public override async Task<int> RunAsync(Arguments arguments, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        var format = arguments.Option("format") ?? throw new UsageException("Thiếu --format.");
        if (!ExamFiles.Formats.Contains(format)) throw new UsageException($"Không có định dạng “{format}”.");
        var (target, account) = (arguments.Option("out"), arguments.Option("as"));
        var path = arguments.Next("tên tệp câu hỏi");
        arguments.End();
        if (account is not null) return await new FromBank(path, format, account, target).RunAsync(new Arguments([]), output, errors, ct);
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            await errors.WriteLineAsync($"Không có tệp “{path}”.");
            return 1;
        }
        var (bytes, extension, lines) = ExamFiles.Export(path, format);
        return await WriteAsync(bytes, target ?? Path.GetFileNameWithoutExtension(path.TrimEnd('/', '\\')) + $".{format}{extension}", lines, output, errors, ct);
    }

    private static async Task<int> WriteAsync(byte[]? bytes, string target, IReadOnlyList<string> lines, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        foreach (var line in lines) await errors.WriteLineAsync(line);
        if (bytes is null)
        {
            await errors.WriteLineAsync("Không có câu nào để xuất.");
            return 1;
        }
        await File.WriteAllBytesAsync(target, bytes, ct);
        await output.WriteLineAsync($"Đã ghi {target}");
        return 0;
    }

    private sealed class FromBank(string subject, string format, string account, string? target) : DatabaseCommand
    {
        public override string Name => "exam export";
        public override string Usage => "";
        public override string About => "";

        protected override async Task<int> RunAsync(IServiceProvider services, Arguments arguments, TextWriter output, TextWriter errors, CancellationToken ct)
        {
            var (bytes, extension, lines) = await ExamBank.ExportAsync(services, subject, format, account, ct);
            return await WriteAsync(bytes, target ?? $"ngan-hang.{format}{extension}", lines, output, errors, ct);
        }
    }
}

/// <summary>Scores responses by a package's own rules. Needs no database.</summary>
internal sealed class ExamScoreCommand : Command
{
    public override string Name => "exam score";
    public override string Usage => "exam score TỆP_CÂU_HỎI TỆP_TRẢ_LỜI";
    public override string About => "Chấm các câu trả lời (JSON) theo quy tắc chấm của chính gói câu hỏi; kết quả là JSON.";

    public override async Task<int> RunAsync(Arguments arguments, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        arguments.Flag("json");
        var path = arguments.Next("tên tệp câu hỏi");
        var responses = arguments.Next("tên tệp trả lời");
        arguments.End();
        if ((!File.Exists(path) && !Directory.Exists(path)) || !File.Exists(responses))
        {
            await errors.WriteLineAsync($"Không có tệp “{(File.Exists(responses) ? path : responses)}”.");
            return 1;
        }
        var (json, error) = ExamFiles.Score(path, await File.ReadAllTextAsync(responses, ct));
        await (json is null ? errors : output).WriteLineAsync(json ?? error);
        return json is null ? 1 : 0;
    }
}

/// <summary>Draws papers from a question file into a sealed record. Needs no database.</summary>
internal sealed class ExamDrawCommand : Command
{
    public override string Name => "exam draw";
    public override string Usage => "exam draw TỆP_CÂU_HỎI MA_TRẬN.json --candidates SỐ --public GIÁ_TRỊ [--secret HEX] --out HỒ_SƠ.json";
    public override string About => "Rút đề cho từng thí sinh từ một tệp câu hỏi theo ma trận đề, ghi thành hồ sơ niêm phong ai cũng kiểm tra được.";

    public override async Task<int> RunAsync(Arguments arguments, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        var candidates = arguments.Number("candidates", 1);
        var value = arguments.Option("public") ?? throw new UsageException("Thiếu --public: giá trị công khai không ai biết trước.");
        var secret = arguments.Option("secret");
        var target = arguments.Option("out") ?? throw new UsageException("Thiếu --out.");
        var path = arguments.Next("tên tệp câu hỏi");
        var blueprint = arguments.Next("tên tệp ma trận đề");
        arguments.End();
        if ((!File.Exists(path) && !Directory.Exists(path)) || !File.Exists(blueprint))
        {
            await errors.WriteLineAsync($"Không có tệp “{(File.Exists(blueprint) ? path : blueprint)}”.");
            return 1;
        }
        var (json, error) = ExamRecords.Draw(path, await File.ReadAllTextAsync(blueprint, ct), candidates, value, secret);
        if (json is null)
        {
            await errors.WriteLineAsync(error);
            return 1;
        }
        await File.WriteAllTextAsync(target, json, ct);
        await output.WriteLineAsync($"Đã ghi {target}");
        return 0;
    }
}

/// <summary>Recomputes a sealed record. Needs no database.</summary>
internal sealed class ExamVerifyCommand : Command
{
    public override string Name => "exam verify";
    public override string Usage => "exam verify HỒ_SƠ_HOẶC_GÓI.json [--json]";
    public override string About => "Tính lại hồ sơ niêm phong: ngân hàng, ma trận, cam kết, từng đề; sai thì nói sai ở đâu.";

    public override async Task<int> RunAsync(Arguments arguments, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        var json = arguments.Flag("json");
        var path = arguments.Next("tên tệp hồ sơ");
        arguments.End();
        if (!File.Exists(path))
        {
            await errors.WriteLineAsync($"Không có tệp “{path}”.");
            return 1;
        }
        var (text, holds) = ExamRecords.Verify(await File.ReadAllTextAsync(path, ct), json);
        await output.WriteLineAsync(text);
        return holds ? 0 : 1;
    }
}
